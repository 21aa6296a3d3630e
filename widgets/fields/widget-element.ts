import { LitElement, type PropertyValues } from 'lit';

import { afterPaint } from './after-paint.ts';
import type { Speaker } from './announcer.ts';
import type { ForeignNodes } from './foreign-nodes.ts';
import { keepInputPrivate } from './private-input.ts';

/**
 * Base class of every element. It renders into `<div class="content">` inside the `<div class="root">` of its shadow root, where
 * `rootStyles` keep out what the page says about all elements. What is typed in it is told to nobody on the page. What programs of the
 * browser do to its texts does not disturb it. Its direction is that of our words.
 */
export class WidgetElement extends LitElement {
  /** Says sentences to who listens to the page. The code for that comes with what guards against the page; until then they wait. */
  announcer: Speaker = {
    unsaid: [],
    say(...sentence) {
      this.unsaid?.push(sentence);
    },
  };
  /** As soon as the code is fetched that guards against the page. */
  #foreignNodes: ForeignNodes | undefined;
  #isGuarded = false;

  protected override createRenderRoot(): HTMLElement {
    const root = document.createElement('div');
    const content = document.createElement('div');
    root.className = 'root';
    content.className = 'content';
    content.dir = 'ltr';
    root.append(content);
    super.createRenderRoot().append(root);
    keepInputPrivate(this, root);
    // Lit would render before what stands in the shadow root already: a sentence of `diagnosis/`.
    this.renderOptions.renderBefore = null;
    return content;
  }

  protected override update(changed: PropertyValues<this>): void {
    const render = () => {
      super.update(changed);
    };
    if (this.#foreignNodes) this.#foreignNodes.update(render);
    else render();
    if (!this.#isGuarded) this.#guard(this.renderRoot as HTMLElement);
  }

  /** Fetches the guard against the page after the first paint of what the element has to say: nothing of that waits for it. */
  #guard(content: HTMLElement): void {
    if (content.querySelector('slot:only-child, .loading')) return;
    this.#isGuarded = true;
    afterPaint()
      .then(() => import('./page-guard.ts'))
      .then(
        ({ guardFromPage }) => {
          this.#foreignNodes = guardFromPage(this, content);
        },
        // The widget works without it.
        () => undefined,
      );
  }
}
