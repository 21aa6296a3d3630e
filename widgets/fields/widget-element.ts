import { LitElement } from 'lit';

import { watchPageLooks } from '../styles/page-looks.ts';
import { PrivateInput } from './private-input.ts';

/**
 * Base class of every element. It renders into `<div class="content">` inside the `<div class="root">` of its shadow root, where
 * `rootStyles` keep out what the page says about all elements. Its direction is that of our words, whatever the page has.
 */
export class WidgetElement extends LitElement {
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
    return content;
  }
}
