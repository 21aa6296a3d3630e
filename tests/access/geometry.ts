/** What of a state does not fit, is too small to be hit, or is out of sight. Runs in the page. */
import { elementsIn } from './rules.ts';

/** Controls that are hit with a finger. */
const CONTROLS =
  'a[href], button, summary, select, textarea, input:not([type=hidden], .hidden), [role=option]';
/** CSS pixels that a target has at least (WCAG 2.2, 2.5.8), and that what one does has (2.5.5). */
const [SMALLEST, MAIN] = [24, 44];
/** Width of a search, in CSS pixels, in which a word can be read. */
const LEAST_SEARCH = 150;
/** Looks for a notice, ten in a second, until it stays out of the window. */
const LOOKS = 20;

const nameOf = (element: Element) =>
  `<${element.localName} ${element.id || element.className}> ${element.textContent.replace(/\s+/g, ' ').trim().slice(0, 50)}`;
const isSeen = (element: Element) =>
  element.checkVisibility({ visibilityProperty: true }) && !element.closest('.hidden');

/** The faults of a page, this one or one in a frame, in a window of its present size. */
export function faultsOfGeometry(page = document): string[] {
  const all = elementsIn(page).filter(isSeen);
  return [
    ...all.filter((one) => one.matches(CONTROLS)).flatMap(smallTarget),
    ...all.filter((one) => one.matches('input[type=search]')).flatMap(smallSearch),
    ...wide(page.documentElement),
    ...all.filter(isClipped).map((one) => `text is cut off: ${nameOf(one)}`),
  ];
}

/**
 * Notices out of the window, asked when the state has just been reached: a window that changes later shows another part. What is said
 * stands there a moment before the code has come that scrolls to it.
 */
export async function faultsOfNotices(): Promise<string[]> {
  for (let looks = 0; looks < LOOKS && unseenNotices().length; looks++)
    await new Promise((resolve) => setTimeout(resolve, 100));
  return unseenNotices().map((one) => `a notice is out of the window: ${nameOf(one)}`);
}

const unseenNotices = () => elementsIn(document).filter((one) => isSeen(one) && isUnseenNotice(one));

/** Its label can be hit too. A link in a sentence is as high as its line. */
function smallTarget(control: Element): string[] {
  const boxes = [control, ...((control as HTMLInputElement).labels ?? [])].map((one) =>
    one.getBoundingClientRect(),
  );
  const [width, height] = [
    Math.max(...boxes.map((box) => box.width)),
    Math.max(...boxes.map((box) => box.height)),
  ];
  const isInText = getComputedStyle(control).display === 'inline' && control.matches('a[href]');
  const least = control.matches('.button, .input, .option input') ? MAIN : SMALLEST;
  const isSmall = width < SMALLEST || height < least - 0.5;
  return isSmall && !isInText
    ? [`a target of ${Math.round(width)} × ${Math.round(height)}: ${nameOf(control)}`]
    : [];
}

/** What is typed into it has to be seen. */
function smallSearch(box: Element): string[] {
  const { width } = box.getBoundingClientRect();
  return width < LEAST_SEARCH ? [`a search of ${Math.round(width)} px: ${nameOf(box)}`] : [];
}

function wide({ scrollWidth, clientWidth }: Element): string[] {
  return scrollWidth > clientWidth + 1 ? [`the page is ${scrollWidth - clientWidth} px too wide`] : [];
}

const isClipped = (element: Element) => {
  const { overflowX, overflowY } = getComputedStyle(element);
  const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
  return (
    !element.matches('input, select, textarea') &&
    ((cuts(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (cuts(overflowY) && element.scrollHeight > element.clientHeight + 1))
  );
};

/** Whether an alert says something outside of the window, and the focus is not there either. */
const isUnseenNotice = (element: Element) => {
  if (!element.matches('[role=alert]') || !element.textContent.trim()) return false;
  const { top, bottom } = element.getBoundingClientRect();
  return (bottom <= 0 || top >= innerHeight) && !element.matches(':focus-within');
};
