import { ancestorsOf } from '../styles/ancestors.ts';

/** The side of an element to which the page is scrolled. */
type Side = 'start' | 'end';

/** What of an element's style keeps other things off its sides. */
const MARGINS = { start: 'scroll-margin-top', end: 'scroll-margin-bottom' } as const;

/**
 * Scrolls to the start of an element, below all that covers it there: a header of the page that stays in its place, also one in a
 * scrolling part of the page. The page can ask for more room by `--okno-scroll-margin`, `scroll-margin` or `scroll-padding`. What
 * covers more than half of the window is no header.
 */
export const scrollBelowHeader = (element: HTMLElement): void => {
  scrollTo(element, 'start');
};

/** Scrolls the page where a header or a bar at the bottom covers an element: the keyboard has brought the focus there. */
export function uncover(element: HTMLElement): void {
  const { top, bottom } = element.getBoundingClientRect();
  const most = mostOf(element);
  const side = top + bottom > most * 2 ? 'end' : 'start';
  const covered = coveredHeight(element, { side, most });
  if (covered && covered <= most) scrollTo(element, side);
}

const mostOf = ({ ownerDocument }: HTMLElement) => (ownerDocument.defaultView?.innerHeight ?? 0) / 2;

/** Scrolls to a side of an element, which nothing covers then. */
function scrollTo(element: HTMLElement, side: Side): void {
  const { style } = element;
  const property = MARGINS[side];
  const [own, priority] = [style.getPropertyValue(property), style.getPropertyPriority(property)];
  const most = mostOf(element);
  // A page with `scroll-behavior: smooth` would still be on its way when we look.
  const scroll = () => {
    element.scrollIntoView({ block: side, behavior: 'instant' });
  };
  scroll();
  let margin = parseFloat(getComputedStyle(element).getPropertyValue(property)) || 0;
  let covered = coveredHeight(element, { side, most });
  // The header may become higher while the page is scrolled: then we look again.
  while (covered && margin + covered <= most) {
    margin += covered;
    style.setProperty(property, `${margin}px`, 'important');
    scroll();
    covered = coveredHeight(element, { side, most });
  }
  style.setProperty(property, own, priority);
  if (covered) scroll();
}

/** How many pixels of an element are covered from a side of it on, up to a little more than `most`; more than it is high below a high bar. */
function coveredHeight(element: HTMLElement, { side, most }: { side: Side; most: number }): number {
  const { left, width, height, top, bottom } = element.getBoundingClientRect();
  const around = new Set(ancestorsOf(element));
  const isCovered = (distance: number) => {
    const y = side === 'start' ? top + distance : bottom - distance;
    const shown = element.ownerDocument.elementFromPoint(left + Math.min(width, 280) / 2, y);
    if (!shown || around.has(shown) || element.contains(shown)) return false;
    return distance <= height || staysInPlace(shown);
  };
  let covered = 0;
  while (covered <= most && isCovered(covered + 1)) covered += 4;
  return covered;
}

/** Whether an element does not move when the page is scrolled. */
const staysInPlace = (element: Element) =>
  ancestorsOf(element).some((around) => /fixed|sticky/.test(getComputedStyle(around).position));
