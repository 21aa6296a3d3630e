import type { ReportProgress } from './dataset.ts';

/** Width of the bar, in characters. */
const WIDTH = 24;
/** Milliseconds between two lines in a log. */
const LOG_INTERVAL = 5000;

/** A progress bar: on a terminal one line that is redrawn, in a log a line every few seconds. `clear` removes it. */
export function progressBar(stream: NodeJS.WriteStream): { show: ReportProgress; clear: () => void } {
  const { isTTY: isTerminal } = stream;
  let lastLine = performance.now();
  const show: ReportProgress = (activity, share) => {
    const percent = `${String(Math.round(share * 100)).padStart(3)} %`;
    const now = performance.now();
    if (isTerminal) {
      const full = Math.round(share * WIDTH);
      stream.write(`\r\x1b[2K${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${percent} ${activity}`);
    } else if (now - lastLine > LOG_INTERVAL) {
      lastLine = now;
      stream.write(`${percent} ${activity}\n`);
    }
  };
  const clear = () => {
    if (isTerminal) stream.write('\r\x1b[2K');
  };
  return { show, clear };
}
