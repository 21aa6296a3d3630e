import { LitElement } from 'lit';

/**
 * Base class of every element. It renders into one `<div class="root">` inside the shadow root, where `rootStyles` keep out what the
 * page says about all elements. Its language and direction are those of our words, whatever the page has.
 */
export class WidgetElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    const shadow = super.createRenderRoot();
    const strut = document.createElement('div');
    strut.className = 'strut';
    for (let parts = 0; parts < 3; parts++) strut.append(document.createElement('i'));
    const root = document.createElement('div');
    root.className = 'root';
    root.lang = 'ru';
    root.dir = 'ltr';
    shadow.append(strut, root);
    // Lit would render before what stands in the shadow root already: a sentence of `diagnosis/`.
    this.renderOptions.renderBefore = null;
    return root;
  }
}
