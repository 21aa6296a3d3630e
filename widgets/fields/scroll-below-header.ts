import { ancestorsOf } from '../styles/ancestors.ts';

/**
 * Scrolls to the start of an element, below all that covers it there: a header of the page that stays in its place, also one in a
 * scrolling part of the page. The page can ask for more room by `--okno-scroll-margin`, `scroll-margin` or `scroll-padding`. What
 * covers more than half of the window is no header.
 */
export function scrollBelowHeader(element: HTMLElement): void {
  const { style, ownerDocument } = element;
  const [own, priority] = [style.scrollMarginTop, style.getPropertyPriority('scroll-margin-top')];
  const most = (ownerDocument.defaultView?.innerHeight ?? 0) / 2;
  // A page with `scroll-behavior: smooth` would still be on its way when we look.
  const scroll = () => {
    element.scrollIntoView({ block: 'start', behavior: 'instant' });
  };
  scroll();
  let margin = parseFloat(getComputedStyle(element).scrollMarginTop) || 0;
  let covered = coveredHeight(element, most);
  // The header may become higher while the page is scrolled: then we look again.
  while (covered && margin + covered <= most) {
    margin += covered;
    style.setProperty('scroll-margin-top', `${margin}px`, 'important');
    scroll();
    covered = coveredHeight(element, most);
  }
  style.setProperty('scroll-margin-top', own, priority);
  if (covered) scroll();
}

/** How many pixels of an element are covered from its top on, up to a little more than `most`. */
function coveredHeight(element: HTMLElement, most: number): number {
  const { left, width, top } = element.getBoundingClientRect();
  const around = new Set(ancestorsOf(element));
  const isCovered = (y: number) => {
    const shown = element.ownerDocument.elementFromPoint(left + Math.min(width, 280) / 2, y);
    return !!shown && !around.has(shown) && !element.contains(shown);
  };
  let covered = 0;
  while (covered <= most && isCovered(top + covered + 1)) covered += 4;
  return covered;
}
