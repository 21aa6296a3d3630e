import { isDeepStrictEqual } from 'node:util';

import { chromium, type BrowserContext } from 'playwright-core';

import { findChromium } from '../browsers.ts';
import { startDraftSite, type DraftSite, type FormTag } from './draft-site.ts';
import { BrowserTab, type ShownForm } from './form-tab.ts';

/** Where a citizen is when something happens. */
interface Place {
  tag: FormTag;
  step: number;
  /** The question into which she types; absent where the step has none for text. */
  question?: string;
  /** Whether the step asks for files. */
  hasFiles?: boolean;
}

/** Every step of the three forms. */
const PLACES: readonly Place[] = [
  { tag: 'okno-application-form', step: 0, question: 'applicantLastName' },
  { tag: 'okno-application-form', step: 1, question: 'childLastName' },
  { tag: 'okno-application-form', step: 2, question: 'startDate' },
  { tag: 'okno-application-form', step: 3, question: 'comment', hasFiles: true },
  { tag: 'okno-application-form', step: 4 },
  { tag: 'okno-complaint-form', step: 0, question: 'text' },
  { tag: 'okno-rating-form', step: 0, question: 'comment' },
];

/** What happens: how it begins, and how it ends. */
interface Interruption {
  name: string;
  begin(site: DraftSite, context: BrowserContext): Promise<unknown>;
  end(site: DraftSite, tab: BrowserTab): Promise<unknown>;
}

const INTERRUPTIONS: readonly Interruption[] = [
  {
    name: 'the session ends',
    begin: (site) => site.act({ command: 'end-sessions' }),
    end: (_, tab) => tab.signIn(),
  },
  {
    name: 'the network is cut',
    begin: (_, context) => context.setOffline(true),
    end: (_, { page }) => page.context().setOffline(false),
  },
  {
    name: 'the portal restarts',
    begin: (site) => site.act({ command: 'stop' }),
    end: (site) => site.act({ command: 'start' }),
  },
];

/** Which interruptions to play: all of them at every place, or one at each, another one with each `turn`. */
export type InterruptionRuns = { isAll: true } | { isAll: false; turn: number };

/**
 * Interrupts a citizen at every step of the three forms, and lets her go on. Gives what was played and how many letters and files she had;
 * rejects with the first place where a letter, the step, the focus or a file is not as before.
 */
export async function playInterruptions(
  runs: InterruptionRuns,
): Promise<{ played: number; letters: number; files: number }> {
  const { executablePath, args } = await findChromium();
  const [site, browser] = [await startDraftSite(), await chromium.launch({ executablePath, args })];
  const counts = { played: 0, letters: 0, files: 0 };
  const plays = PLACES.flatMap((place, i) =>
    INTERRUPTIONS.filter((_, k) => runs.isAll || (i + k + runs.turn) % INTERRUPTIONS.length === 0).map(
      (interruption) => ({ place, interruption }),
    ),
  );
  try {
    for (const { place, interruption } of plays) {
      const context = await browser.newContext({ locale: 'ru-RU' });
      const { texts, files } = await play({ site, context, place, interruption });
      counts.played++;
      counts.letters += Object.values(texts).join('').length;
      counts.files += files.length;
      await context.close();
    }
    return counts;
  } finally {
    await browser.close();
    await site.close();
  }
}

interface Play {
  site: DraftSite;
  context: BrowserContext;
  place: Place;
  interruption: Interruption;
}

async function play({ site, context, place, interruption }: Play): Promise<ShownForm> {
  const { tag, step, question } = place;
  const tab = await new BrowserTab(await context.newPage(), tag).open(site.urlOf(tag));
  await tab.signIn();
  if (step > 0) await tab.goToStep(step);
  await work(tab, place, 1);
  await interruption.begin(site, context);
  await work(tab, place, 2);
  const during = await tab.shown();
  await interruption.end(site, tab);
  const where = `${tag}, step ${step}, ${interruption.name}`;
  requireSame(`${where}: afterwards`, await tab.shown(), during);
  await work(tab, place, 3);
  const last = await tab.shown();
  if (question !== undefined && last.texts[question] !== LETTERS.repeat(3))
    throw new Error(`${where}: ${JSON.stringify(last.texts)} is not all that was typed`);
  if (place.hasFiles && last.files.length < 3) throw new Error(`${where}: files ${last.files.join()}`);
  if (question !== undefined && (last.step !== step || last.focus !== question))
    throw new Error(`${where}: step ${last.step}, focus «${last.focus}»`);
  await new Promise((resolve) => setTimeout(resolve, SAFE_AFTER));
  await tab.reload();
  requireSame(`${where}: loaded again`, await tab.shown(), last);
  return last;
}

/** What is typed each time. */
const LETTERS = 'абвгд';
/** Milliseconds in which a change is safe. */
const SAFE_AFTER = 1000;

/** Chooses a file and types, as far as the step asks for it. The focus is in the question then. */
async function work(tab: BrowserTab, { question, hasFiles }: Place, time: number): Promise<void> {
  if (hasFiles) await tab.attach(`${time}.png`);
  if (question !== undefined) await tab.type(question, LETTERS);
}

function requireSame(what: string, shown: ShownForm, expected: ShownForm): void {
  if (!isDeepStrictEqual(shown, expected))
    throw new Error(`${what} it is ${JSON.stringify(shown)}, and was ${JSON.stringify(expected)}`);
}
