import type { LitElement } from 'lit';

/** Native events that say what was typed. `change` is not among them: it does not leave a shadow root. */
const TYPING_EVENTS = (
  'beforeinput input textInput keydown keypress keyup compositionstart compositionupdate compositionend ' +
  'paste copy cut dragstart drop'
).split(' ');

/**
 * Keeps what is typed in an element from the scripts of the page, from the moment when it is put there. `root` is the box in its shadow
 * root.
 *
 * Events that say what was typed end at `window`, before any listener at `document` and below; where that is not possible (the widget
 * stands in a closed shadow root), at the root. Only `input` and `compositionend` go on inside, without their data, for the fields need
 * them. What the browser does with an event (types, pastes, submits) does not depend on that. Clicks and the focus reach the page as ever.
 */
export function keepInputPrivate(host: LitElement, root: Element): void {
  hideFromRecorders(root);
  for (const type of TYPING_EVENTS)
    root.addEventListener(type, (event) => {
      if (tellsWhatIsTyped(event)) event.stopPropagation();
    });
  const stop = (event: Event) => {
    const [target, ...path] = event.composedPath();
    // An event that is not composed stays within the shadow root by itself.
    if (!event.composed || !path.includes(host) || !tellsWhatIsTyped(event)) return;
    event.stopImmediatePropagation();
    const { type, inputType, isComposing } = event as InputEvent;
    // `input` and `compositionend`.
    if (/^input|nend/.test(type))
      target?.dispatchEvent(new InputEvent(type, { bubbles: true, inputType, isComposing }));
  };
  host.addController({
    hostConnected() {
      for (const type of TYPING_EVENTS) addEventListener(type, stop, true);
    },
    hostDisconnected() {
      for (const type of TYPING_EVENTS) removeEventListener(type, stop, true);
    },
  });
}

/**
 * Marks an element by what recorders of sessions leave out, each its own: Яндекс Метрика (`ym-`), rrweb and what is built on it
 * (`rr-`), Microsoft Clarity, LogRocket, Hotjar.
 */
export function hideFromRecorders(element: Element): void {
  element.classList.add('ym-disable-keys', 'ym-hide-content', 'rr-block', 'rr-ignore', 'rr-mask');
  for (const name of ['data-clarity-mask', 'data-private', 'data-hj-suppress'])
    element.setAttribute(name, 'true');
}

/** False for keys that write nothing (Escape, Tab, arrows) and for shortcuts: the page may close its dialog by them. */
function tellsWhatIsTyped(event: Event): boolean {
  // Only keys have a `key`. Not `instanceof`: the event may be of another realm (`portal/clean-realm.ts`).
  const { key, metaKey, ctrlKey, altKey } = event as Partial<KeyboardEvent>;
  return key === undefined || (key.length === 1 && !metaKey && (!ctrlKey || !!altKey));
}
