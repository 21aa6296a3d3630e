import type { CaseAction, CaseActionEvent } from '../portal/case-events.ts';
import { ancestorsOf } from '../styles/ancestors.ts';
import { reveal } from '../fields/reveal.ts';

/** The widget for each action on a case. */
const WIDGET_FOR_ACTION: Record<CaseAction, string> = {
  follow: 'okno-status-tracker',
  rate: 'okno-rating-form',
  complain: 'okno-complaint-form',
  apply: 'okno-application-form',
  correct: 'okno-application-form',
};

/** What the page may have set on the tag of the widget that opens another one. */
const LOOKS = ['--okno-accent', '--okno-on-accent', '--okno-scroll-margin'];
const DISTANCE = '24px';

/**
 * Moves the citizen to the widget where her case goes on. Where the page has none that takes the focus (it may be in a closed tab, or
 * behind a dialog), adds one below the present widget, `opener`.
 */
export async function openNextWidget(event: CaseActionEvent, opener: Element): Promise<void> {
  const tag = WIDGET_FOR_ACTION[event.action];
  const existing = [...document.querySelectorAll<HTMLElement>(tag)].find(takeFocus);
  const element = existing ?? document.createElement(tag);
  event.fillIn(element);
  if (!existing) {
    opener.after(element);
    takeFocus(element);
  }
  await showNextWidget(element, existing ? undefined : opener);
}

/** Focuses an element. False where it is not shown, or the page has made it inert. */
function takeFocus(element: HTMLElement): boolean {
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  return element.matches(':focus');
}

/**
 * Brings a widget into view that another one has opened. `opener` is given where the widget was added to the page just now: it gets
 * the colours that the page has given to the opener, and a distance from it. What the page says about the widget itself stays.
 */
export async function showNextWidget(element: HTMLElement, opener?: Element): Promise<void> {
  if (opener) copyLooks(opener, element);
  await reveal(element);
  await customElements.whenDefined(element.localName);
  await (element as HTMLElement & { updateComplete: Promise<boolean> }).updateComplete;
  if (opener) keepDistance(element);
  // Now it has its height. A citizen who has gone elsewhere meanwhile stays there.
  if (element.matches(':focus')) await reveal(element);
}

function copyLooks(opener: Element, element: HTMLElement): void {
  const [own, around] = ancestorsOf(element).map((one) => getComputedStyle(one));
  for (const name of LOOKS) {
    const isInherited = own?.getPropertyValue(name) === around?.getPropertyValue(name);
    if (isInherited) element.style.setProperty(name, getComputedStyle(opener).getPropertyValue(name));
  }
}

function keepDistance(element: HTMLElement): void {
  const { display, marginBlockStart } = getComputedStyle(element);
  // A page with `* { all: unset }`.
  if (display === 'inline') element.style.display = 'block';
  if (parseFloat(marginBlockStart) === 0) element.style.marginBlockStart = DISTANCE;
}
