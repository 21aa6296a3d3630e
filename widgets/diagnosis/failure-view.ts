/** A widget behind a sentence: what is shown in its shadow root, and what it has rendered there itself. */
interface ReplacedContent {
  shown: Element[];
  own: Element[];
}
const replaced = new WeakMap<Element, ReplacedContent>();

const BOX =
  'all: initial; display: block; box-sizing: border-box; max-width: 720px; margin-block-end: 12px; padding: 14px 18px; border-radius: 8px; color: #7a4d00; background: #fff3d6; font: 400 17px/1.5 system-ui, sans-serif; overflow-wrap: break-word';
const BUTTON =
  'all: revert; display: block; min-block-size: 48px; margin-block-start: 12px; padding: 12px 26px; color: inherit; background: none; border: 1px solid; border-radius: 8px; font: inherit; font-weight: 600; cursor: pointer';

/** What is shown in the place of a widget. */
interface FailureContent {
  sentence: string;
  /** Called by the button «Попробовать ещё раз»; without it there is no button. */
  retry: (() => void) | undefined;
}

/**
 * Shows a sentence and the fallback content in the place of a widget, whether it is defined or not. Styles are set as properties,
 * which a page's policy (CSP) allows everywhere.
 */
export function showFailure(element: Element, { sentence, retry }: FailureContent): void {
  hideFailure(element);
  const shadow = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  const box = document.createElement('div');
  box.style.cssText = BOX;
  box.lang = 'ru';
  box.setAttribute('role', 'alert');
  box.append(sentence);
  if (retry) {
    const button = document.createElement('button');
    button.style.cssText = BUTTON;
    button.type = 'button';
    button.textContent = 'Попробовать ещё раз';
    button.addEventListener('click', () => {
      button.disabled = true;
      button.textContent = 'Пробуем…';
      retry();
    });
    box.append(button);
  }
  const shown = [box, document.createElement('slot')];
  replaced.set(element, { shown, own: [...shadow.children] });
  shadow.replaceChildren(...shown);
}

/** Shows the widget again. It may have been defined behind the sentence, and stand there already. */
export function hideFailure(element: Element): void {
  const content = replaced.get(element);
  if (!content) return;
  replaced.delete(element);
  for (const shown of content.shown) shown.remove();
  element.shadowRoot?.append(...content.own);
}
