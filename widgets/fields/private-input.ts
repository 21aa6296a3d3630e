import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Native events that say what was typed. `change` is not among them: it does not leave a shadow root. */
const TYPING_EVENTS = (
  'beforeinput input textInput keydown keypress keyup compositionstart compositionupdate compositionend ' +
  'paste copy cut dragstart drop'
).split(' ');

/**
 * Marks by which recorders of sessions know what to leave out, each its own: Яндекс Метрика (`ym-`), rrweb and what is built on it
 * (`rr-`), Microsoft Clarity, LogRocket, Hotjar.
 */
const RECORDER_CLASSES = ['ym-disable-keys', 'ym-hide-content', 'rr-block', 'rr-ignore', 'rr-mask'];
const RECORDER_ATTRIBUTES = ['data-clarity-mask', 'data-private', 'data-hj-suppress'];

/**
 * Keeps what is typed in a widget from the scripts of the page.
 *
 * Recorders of sessions find their marks on the root and on every control. Events that say what was typed end at `window`, before any
 * listener at `document` and below; where that is not possible (the widget stands in a closed shadow root), at the root. Only `input`
 * goes on inside, without its data, for the fields need it. What the browser does with an event (types, pastes, submits) does not
 * depend on that. Clicks and the focus reach the page as ever.
 */
export class PrivateInput implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #root: Element;

  constructor(host: ReactiveControllerHost & Element, root: Element) {
    this.#host = host;
    this.#root = root;
    host.addController(this);
    hideFromRecorders(root);
    for (const type of TYPING_EVENTS) root.addEventListener(type, this.#stop);
    this.hostUpdated();
  }

  hostConnected(): void {
    for (const type of TYPING_EVENTS) window.addEventListener(type, this.#stop, true);
  }

  hostDisconnected(): void {
    for (const type of TYPING_EVENTS) window.removeEventListener(type, this.#stop, true);
  }

  hostUpdated(): void {
    this.#root.querySelectorAll('input, select, textarea').forEach(hideFromRecorders);
  }

  readonly #stop = (event: Event): void => {
    const [target, ...path] = event.composedPath();
    // An event that is not composed stays within the shadow root by itself.
    if (!event.composed || !path.includes(this.#host) || !tellsWhatIsTyped(event)) return;
    event.stopImmediatePropagation();
    if (event.type === 'input') target?.dispatchEvent(new Event('input', { bubbles: true }));
  };
}

function hideFromRecorders(element: Element): void {
  element.classList.add(...RECORDER_CLASSES);
  for (const name of RECORDER_ATTRIBUTES) element.setAttribute(name, 'true');
}

/** False for keys that write nothing (Escape, Tab, arrows) and for shortcuts: the page may close its dialog by them. */
function tellsWhatIsTyped(event: Event): boolean {
  // Not `instanceof`: the event may be of another realm (`portal/clean-realm.ts`).
  if (!('key' in event)) return true;
  const { key, metaKey, ctrlKey, altKey } = event as KeyboardEvent;
  return key.length === 1 && !metaKey && (!ctrlKey || altKey);
}
