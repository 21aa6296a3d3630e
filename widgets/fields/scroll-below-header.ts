import { ancestorsOf } from '../styles/ancestors.ts';

/** The page's header may become higher or lower while the page is scrolled. Then we look again. */
const MOST_TRIES = 3;

/**
 * Scrolls to the start of an element, below all that covers it there: a header of the page that stays in its place, also one in a
 * scrolling part of the page. The page can ask for more room by `--okno-scroll-margin`, `scroll-margin` or `scroll-padding`.
 */
export function scrollBelowHeader(element: HTMLElement): void {
  const { style } = element;
  const [own, priority] = [style.scrollMarginTop, style.getPropertyPriority('scroll-margin-top')];
  let margin = parseFloat(getComputedStyle(element).scrollMarginTop) || 0;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    // A page with `scroll-behavior: smooth` would still be on its way when we look.
    element.scrollIntoView({ block: 'start', behavior: 'instant' });
    const covered = coveredHeight(element);
    if (!covered) break;
    margin += covered;
    style.setProperty('scroll-margin-top', `${margin}px`, 'important');
  }
  style.setProperty('scroll-margin-top', own, priority);
}

/** How many pixels of an element are covered from its top on. 0 where more than half of the window is: that is not a header. */
function coveredHeight(element: HTMLElement): number {
  const { left, width, top } = element.getBoundingClientRect();
  const around = new Set(ancestorsOf(element));
  const { ownerDocument: page } = element;
  const most = (page.defaultView?.innerHeight ?? 0) / 2;
  const isCovered = (y: number) => {
    const shown = page.elementFromPoint(left + Math.min(width, 280) / 2, y);
    return !!shown && !around.has(shown) && !element.contains(shown);
  };
  let covered = 0;
  while (isCovered(top + covered + 1)) {
    covered += 4;
    if (covered > most) return 0;
  }
  return covered;
}
