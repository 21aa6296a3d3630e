import { LitElement, type PropertyValues } from 'lit';

import type { ForeignNodes } from './foreign-nodes.ts';

/**
 * Base class of every element. It renders into `<div class="content">` inside the `<div class="root">` of its shadow root, where
 * `rootStyles` keep out what the page says about all elements. What programs of the browser do to its texts does not disturb it. Its
 * direction is that of our words.
 */
export class WidgetElement extends LitElement {
  /** As soon as the code is fetched that guards against the page. */
  #foreignNodes: ForeignNodes | undefined;

  protected override createRenderRoot(): HTMLElement {
    const root = document.createElement('div');
    const content = document.createElement('div');
    root.className = 'root';
    content.className = 'content';
    content.dir = 'ltr';
    root.append(content);
    super.createRenderRoot().append(root);
    // An element says itself that its value has changed; the browser's own event would say it again, and what was typed.
    root.addEventListener('input', (event) => {
      event.stopPropagation();
    });
    // Nothing waits for it, and the widget works without it.
    import('./page-guard.ts').then(
      ({ guardFromPage }) => {
        this.#foreignNodes = guardFromPage(this, root, content);
      },
      () => undefined,
    );
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
  }
}
