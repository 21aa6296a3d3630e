import type { Host } from './corpus.ts';
import type { VisitReport } from './in-page/visit.ts';

/** WCAG 2.2, 1.4.3. */
const MIN_CONTRAST = 4.5;
/** CSS pixels. */
const MIN_FONT_SIZE = 12;

/** The portal works during all visits: who says otherwise has not understood what is wrong. */
const BLAMES_PORTAL = /нет связи|не отвечает/;

/** What is right and wrong on a host. */
export interface Judgement {
  /** What is wrong, in words; none where all is right. */
  faults: string[];
  /** The cells of the table: the narrowest widget, the lowest contrast, the smallest text, the application. */
  cells: string[];
}

/** A line of the table. */
export interface Verdict extends Judgement {
  host: string;
  /** How long the visit took. */
  milliseconds: number;
}

/** Judges a report. `stored` is what the portal has of the application, `expected` what it has of the clean page's. */
export function judgeVisit(
  host: Host,
  report: VisitReport,
  applications: { stored: string | undefined; expected: string | undefined },
): Judgement {
  const { width, narrowest, contrast, faintest, fontSize, smallest, refused, silent, wrong } = report;
  const application = applicationFault(host, report, applications);
  const faults = [
    // Half a pixel may be lost to a zoom.
    width !== null && width < host.room - 0.5 && `${narrowest}: ширина ${Math.round(width)} px`,
    contrast !== null && contrast < MIN_CONTRAST && `контраст ${contrast.toFixed(2)}:1, ${faintest}`,
    fontSize !== null && fontSize < MIN_FONT_SIZE && `кегль ${fontSize.toFixed(1)} px, ${smallest}`,
    application,
    !host.mayRefuse && refused && `не открылись: ${refused}`,
    silent && `ни вопроса, ни объяснения: ${silent}`,
    wrong,
  ].filter((fault) => typeof fault === 'string' && fault !== '') as string[];
  const inWords =
    application !== undefined ? 'не так' : report.outcome === 'sent' ? 'та же' : `отказ: «${report.words}»`;
  return {
    faults,
    cells: [inUnit(width, 0, ' px'), inUnit(contrast, 2, ':1'), inUnit(fontSize, 1, ' px'), inWords],
  };
}

/** A host that could not be visited: no browser came back with a report. */
export const failedVisit = (error: unknown): Judgement => ({
  faults: [error instanceof Error ? error.message : String(error)],
  cells: ['—', '—', '—', 'не так'],
});

/** The line of the table, and a line below it for each fault. */
export function lineOf({ host, faults, cells, milliseconds }: Verdict): string {
  const [width = '', contrast = '', fontSize = '', application = ''] = cells;
  const seconds = (milliseconds / 1000).toFixed(1);
  return [
    `${faults.length ? '✗' : '✓'} ${host.padEnd(24)} ${width.padStart(8)} ${contrast.padStart(8)} ${fontSize.padStart(8)} ${seconds.padStart(6)} с  ${application}`,
    ...faults.map((fault) => `    ${fault}`),
  ].join('\n');
}

/** A table host × browser: «та же» for the same application, «отказ» for a refusal in words, or ✗. */
export function tableOf(results: ReadonlyMap<string, readonly Verdict[]>): string {
  const columns = [...results.values()].map(
    (verdicts) =>
      new Map(verdicts.map(({ host, faults, cells }) => [host, faults.length ? '✗' : cells.at(-1)])),
  );
  const row = (host: string, cells: string[]) =>
    `${host.padEnd(24)} ${cells.map((cell) => cell.padEnd(10)).join(' ')}`;
  const hosts = [...(columns[0] ?? new Map<string, string>()).keys()];
  return [
    row('', [...results.keys()]),
    ...hosts.map((host) =>
      row(
        host,
        columns.map((column) => (column.get(host) ?? '').replace(/:.*/, '')),
      ),
    ),
  ].join('\n');
}

function applicationFault(
  { mayRefuse }: Host,
  { outcome, words }: VisitReport,
  { stored, expected }: { stored: string | undefined; expected: string | undefined },
): string | undefined {
  if (outcome === 'stuck') return words;
  if (outcome === 'refused' && !mayRefuse) return `отказ, а страница ничего не портит: «${words}»`;
  if (outcome === 'refused') return BLAMES_PORTAL.test(words) ? `ложное объяснение: «${words}»` : undefined;
  if (stored === expected) return undefined;
  return `на портале другое: ${firstDifference(stored ?? 'ничего', expected ?? '')}`;
}

/** Where two texts part. */
function firstDifference(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const from = Math.max(0, at - 20);
  return `…${one.slice(from, at + 40)}… вместо …${other.slice(from, at + 40)}…`;
}

const inUnit = (value: number | null, digits: number, unit: string) =>
  value === null ? '—' : `${value.toFixed(digits)}${unit}`;
