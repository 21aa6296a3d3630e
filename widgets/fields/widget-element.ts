import { LitElement, type PropertyValues } from 'lit';

import { watchPageLooks } from '../styles/page-looks.ts';
import { ForeignNodes } from './foreign-nodes.ts';
import { PrivateInput } from './private-input.ts';

/**
 * Base class of every element. It renders into `<div class="content">` inside the `<div class="root">` of its shadow root, where
 * `rootStyles` keep out what the page says about all elements. What programs of the browser do to its texts does not disturb it. Its
 * direction is that of our words.
 */
export class WidgetElement extends LitElement {
  #foreignNodes: ForeignNodes | undefined;

  constructor() {
    super();
    watchPageLooks(this);
  }

  protected override createRenderRoot(): HTMLElement {
    const root = document.createElement('div');
    const content = document.createElement('div');
    root.className = 'root';
    content.className = 'content';
    content.dir = 'ltr';
    root.append(content);
    super.createRenderRoot().append(root);
    new PrivateInput(this, root);
    this.#foreignNodes = new ForeignNodes(content);
    // Lit would render before what stands in the shadow root already: a sentence of `diagnosis/`.
    this.renderOptions.renderBefore = null;
    return content;
  }

  protected override update(changed: PropertyValues<this>): void {
    this.#foreignNodes?.update(() => {
      super.update(changed);
    });
  }
}
