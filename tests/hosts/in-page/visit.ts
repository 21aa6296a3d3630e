// Longer than other modules: it runs inside of a host page, as one script.
/** Visits a host page: what a citizen would see of each widget, and whether her application arrives. */
import { measureContrasts } from '../contrast.ts';
import { apply } from './apply.ts';
import { findDeep, isShown, waitFor } from './find.ts';

/** What a visit has found. It is flat: a page with a `toJSON` of its own for arrays cannot change it. */
export interface VisitReport {
  /** Of the application form: sent, refused before the first question, or neither. */
  outcome: 'sent' | 'refused' | 'stuck';
  /** The number of the application; the sentence of the refusal; where it does not go on. */
  words: string;
  /** CSS pixels of the narrowest widget, and its tag. Like the next two, `null` where nothing could be measured. */
  width: number | null;
  narrowest: string;
  /** The lowest contrast of a text, and that text. */
  contrast: number | null;
  faintest: string;
  /** CSS pixels of the smallest text, and that text. */
  fontSize: number | null;
  smallest: string;
  /** Tags of the widgets that do not open, and say why. */
  refused: string;
  /** Tags of the widgets that do neither. */
  silent: string;
  /** What the page itself has found wrong: `data-wrong` on its root. */
  wrong: string;
}

const TAGS = [
  'okno-application-form',
  'okno-status-tracker',
  'okno-rating-form',
  'okno-complaint-form',
  'okno-my-applications',
  'okno-sign-in',
  'okno-address-field',
];
/** Tags of the widgets that have buttons, and no questions. */
const ASKS_NOTHING = /^okno-(?:my-applications|sign-in)$/;
/** Milliseconds in which a widget opens, or says that it does not. */
const OPENS_WITHIN = 6000;
/** Milliseconds without a new file, after which a widget has followed the looks of the page: the code for that comes after its first step. */
const QUIET = 400;

/** Plays the visit; gives a `VisitReport` as JSON. */
export async function visit(): Promise<string> {
  const report: VisitReport = {
    ...{ outcome: 'stuck', words: '', refused: '', silent: '', wrong: '', width: null, narrowest: '' },
    ...{ contrast: null, faintest: '', fontSize: null, smallest: '' },
  };
  try {
    await waitFor('страница', () => document.readyState === 'complete' && !isBusy());
    await settle();
    for (const tag of TAGS) look(tag, report);
    await play(report);
  } catch (error) {
    report.words = error instanceof Error ? error.message : String(error);
  }
  document.dispatchEvent(new CustomEvent('visit-end'));
  report.wrong = document.documentElement.dataset['wrong'] ?? '';
  return JSON.stringify(report);
}

/** A host that rebuilds itself after it was loaded has `data-busy` on its root until it is done. */
const isBusy = () => 'busy' in document.documentElement.dataset;

/** Waits until each widget has a control, or the time is over; then until it has followed the page. */
async function settle(): Promise<void> {
  const areOpen = () => {
    for (const tag of TAGS) if (!controlIn(document.querySelector(tag))) return false;
    return true;
  };
  await waitFor('виджеты', areOpen, OPENS_WITHIN).catch(() => undefined);
  let count: number;
  do {
    count = fileCount();
    await new Promise((resolve) => setTimeout(resolve, QUIET));
  } while (fileCount() > count);
}

/** How many files the page has fetched so far. */
const fileCount = () => performance.getEntriesByType('resource').length;

/** A control by which a widget is open: a question, or in a widget that asks nothing a button. */
const controlIn = (element: Element | null) =>
  element?.shadowRoot &&
  findDeep(element.shadowRoot, ASKS_NOTHING.test(element.localName) ? 'button' : 'input, select, textarea');

async function play(report: VisitReport): Promise<void> {
  const form = document.querySelector(TAGS[0] as string);
  if (!form) throw new Error('нет формы заявления на странице');
  if (controlIn(form)) {
    report.words = await apply(form, () => {
      measure(form, report);
    }).catch((error: unknown) => {
      throw new Error(`${String(error).replace('Error: ', '')}${alertIn(form)}`);
    });
    report.outcome = 'sent';
  } else if (sentenceOf(form)) {
    report.words = sentenceOf(form);
    report.outcome = 'refused';
  } else report.words = 'форма не открылась';
}

/** What the form says is wrong. */
function alertIn(form: Element): string {
  const alert = form.shadowRoot && findDeep(form.shadowRoot, '[role=alert], .error', isShown);
  return alert ? `; форма говорит: ${alert.textContent.replace(/\s+/g, ' ').trim().slice(0, 120)}` : '';
}

/** Measures a widget, and notes where it is neither open nor honest. */
function look(tag: string, report: VisitReport): void {
  const element = document.querySelector(tag);
  if (element && controlIn(element)) measure(element, report);
  else if (element && sentenceOf(element)) report.refused += `${tag} `;
  else report.silent += `${tag} `;
}

/**
 * Why a widget does not open, in words: a whole sentence besides the fallback content, which is shown too. Loading, «Открываем форму…»,
 * is no reason.
 */
function sentenceOf(element: Element): string {
  const own = element.shadowRoot ? shownTextOf(element.shadowRoot) : '';
  const around = element instanceof HTMLElement ? element.innerText : '';
  const isFallbackShown = around.includes('Позвоните') && isShown(element);
  const [sentence = ''] =
    /[А-ЯЁ«][^.…]{15,}\./.exec(`${own} ${around.replace(/Форма не открылась.*?70-10\./, '')}`) ?? [];
  return isFallbackShown ? sentence.replace(/\s+/g, ' ') : '';
}

function shownTextOf(root: ShadowRoot): string {
  let text = '';
  for (const element of root.children) if (element instanceof HTMLElement) text += ` ${element.innerText}`;
  return text;
}

function measure(element: Element, report: VisitReport): void {
  const { width } = element.getBoundingClientRect();
  if (width < (report.width ?? Infinity)) {
    report.width = width;
    report.narrowest = element.localName;
  }
  for (const { text, ratio, fontSize } of measureContrasts(element)) {
    if (ratio < (report.contrast ?? Infinity)) {
      report.contrast = ratio;
      report.faintest = `${element.localName}: ${text}`;
    }
    if (fontSize < (report.fontSize ?? Infinity)) {
      report.fontSize = fontSize;
      report.smallest = `${element.localName}: ${text}`;
    }
  }
}
