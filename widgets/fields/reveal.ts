/**
 * Scrolls to the start of an element, below a header of the page that stays in its place. Where the code for that cannot be fetched,
 * scrolls as the browser does it.
 */
export const reveal = (element: HTMLElement): Promise<void> =>
  import('./scroll-below-header.ts').then(
    ({ scrollBelowHeader }) => {
      scrollBelowHeader(element);
    },
    () => {
      element.scrollIntoView();
    },
  );

/** Scrolls the page where a header or a bar at the bottom covers an element. Without the code for that, the element stays where it is. */
export const uncoverWhereCovered = (element: HTMLElement): Promise<void> =>
  import('./scroll-below-header.ts').then(
    ({ uncover }) => {
      uncover(element);
    },
    () => undefined,
  );
