import { addressOf } from '../../data/address.ts';
import { numberInAddress } from '../status/_case-address.ts';

/** The event by which a widget asks to go on elsewhere: see `widgets/portal/case-events.ts`. */
type CaseActionEvent = Event & {
  action: string;
  number: string;
  fillIn(widget: Element): void;
};

/** The two parts of the page, of which one is shown. */
interface Parts {
  list: HTMLElement;
  kase: HTMLElement;
  tracker: HTMLElement;
}

/**
 * Shows the list, or one case in its place. The number stands in the fragment, so that «back» leads to the list, and the page goes on as it
 * is: who has signed in stays signed in.
 */
export function showListOrCase({ list, kase, tracker }: Parts): void {
  tracker.tabIndex = -1;
  const show = (isCase: boolean) => {
    list.hidden = isCase;
    kase.hidden = !isCase;
    // From there the tracker moves the focus to the case, as soon as it is there.
    if (isCase) tracker.focus({ preventScroll: true });
    scrollTo(0, 0);
  };
  const showAddress = () => {
    const number = numberInAddress(location.hash);
    if (number) tracker.setAttribute('number', number);
    show(!!number);
  };
  list.addEventListener('okno-case-action', (event) => {
    const asked = event as CaseActionEvent;
    const { action, number } = asked;
    if (action !== 'follow') return;
    event.preventDefault();
    asked.fillIn(tracker);
    history.pushState(null, '', number ? `#${number}` : '#case');
    show(true);
  });
  addEventListener('popstate', showAddress);
  if (location.hash === '#complain') location.replace(addressOf('/complain/'));
  else if (location.hash === '#rate') location.replace(addressOf('/rate/'));
  else if (numberInAddress(location.hash)) showAddress();
}
