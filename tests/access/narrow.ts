/** Pages of the catalogue in a window of 320 px with text of 200 %, in every engine: the others cannot be asked for all that Chromium can. */
import { bundleForPage } from '../hosts/bundle-for-page.ts';
import type { Engine } from '../hosts/engines.ts';
import type * as geometryModule from './geometry.ts';
import type { Subject } from './states.ts';

/** `geometry.ts` in the page. */
declare const geometry: typeof geometryModule;

/** What does not fit on each of the pages, in their order. */
export async function faultsWhereNarrow(engine: Engine, pages: readonly Subject[]): Promise<string[][]> {
  const code = await bundleForPage(`${import.meta.dirname}/geometry.ts`, 'geometry');
  const expression = `(() => { ${code}; return (${lookInFrame.toString()})(); })()`;
  const faults: string[][] = [];
  for (const { url } of pages) {
    const found = await engine
      .evaluate(url, expression)
      .catch((error: unknown) => JSON.stringify([String(error)]));
    faults.push(JSON.parse(found) as string[]);
  }
  return faults;
}

/** Runs in the page: opens it once more in a frame as narrow as a telephone. */
async function lookInFrame(): Promise<string> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'inline-size: 320px; block-size: 640px; border: 0';
  frame.src = location.href;
  await new Promise((resolve) => {
    frame.addEventListener('load', resolve);
    document.body.append(frame);
  });
  const inside = frame.contentDocument ?? document;
  inside.documentElement.style.fontSize = '200%';
  // Widgets come after the page.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  return JSON.stringify(geometry.faultsOfGeometry(inside));
}
