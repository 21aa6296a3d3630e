/**
 * `npm run test:access:calibrate`: plants each defect of `defects.ts` into a state of the gallery, and counts how many of them `test:access`
 * notices. A defect is noticed where a fault comes that the state does not have without it.
 */
import { chromium, type Browser } from 'playwright-core';

import { findChromium } from '../browsers.ts';
import { serveGallery } from '../gallery/serve-gallery.ts';
import { installTools } from '../tools.ts';
import { DEFECTS, type Defect } from './defects.ts';
import { RULE_ENGINES } from './engines.ts';
import { falseAlarmOf } from './known.ts';
import { listStates, lookAtState, type Subject } from './states.ts';

/** Most defects that may stay unseen. */
const MOST_UNSEEN = 3;
/** What the code of a defect has at hand. */
const HELPERS = `
  const all = (root) => [...root.querySelectorAll('*')].flatMap((one) => (one.shadowRoot ? [one, ...all(one.shadowRoot)] : [one]));
  const $ = (selector) => all(document).find((one) => one.matches(selector));
  const css = (text) => {
    for (const { shadowRoot } of all(document)) {
      if (!shadowRoot) continue;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
    }
  };`;
const engines = Object.keys(RULE_ENGINES);
/** `-- language` plants only the defects with this word in their names. */
const planted = DEFECTS.filter(({ name }) => name.includes(process.argv[2] ?? ''));

installTools(import.meta.dirname);
const gallery = await serveGallery(4967, () => new Date());
const { executablePath, args } = await findChromium();
const browser = await chromium.launch({ executablePath, args });
const states = await listStates(browser, gallery.url);
const usual = new Map<string, Promise<Set<string>>>();
let unseen = 0;
for (const defect of planted) {
  const { mode = 'light' } = defect;
  const state = states.find(({ widget, name }) => `${widget} ${name}` === defect.state);
  if (!state) throw new Error(`There is no state «${defect.state}»`);
  const key = `${defect.state} ${mode}`;
  const before = await (usual.get(key) ?? remember(key, faultsOf(browser, state, { mode, plant: '' })));
  const faults = await faultsOf(browser, state, { mode, plant: defect.plant });
  const [noticed] = [...faults].filter((fault) => !before.has(fault));
  if (noticed === undefined) unseen++;
  console.log(
    `${noticed === undefined ? 'НЕ ЗАМЕЧЕН' : 'замечен'}: ${defect.name} (${key})${noticed === undefined ? '' : ` — ${noticed.slice(0, 110)}`}`,
  );
}
await browser.close();
await gallery.close();
console.log(`Посажено дефектов ${planted.length}, замечено ${planted.length - unseen}`);
process.exitCode = unseen > MOST_UNSEEN ? 1 : 0;
process.exit();

function remember(key: string, faults: Promise<Set<string>>): Promise<Set<string>> {
  usual.set(key, faults);
  return faults;
}

async function faultsOf(
  inBrowser: Browser,
  state: Subject,
  { mode, plant }: Required<Pick<Defect, 'plant' | 'mode'>>,
): Promise<Set<string>> {
  const found = await lookAtState(inBrowser, state, {
    modes: [mode],
    engines,
    change: async (page) => {
      await page.evaluate(`(() => { ${HELPERS} ${plant} })()`);
    },
  });
  const texts = found.map(({ text }) => text);
  const broken = texts.find((text) => text.startsWith('Error: page.evaluate'));
  if (broken !== undefined) throw new Error(`${plant} cannot be planted: ${broken}`);
  return new Set(texts.filter((text) => !falseAlarmOf(text)));
}
