import type { LitElement } from 'lit';

import { watchPageLooks } from '../styles/page-looks.ts';
import { ForeignNodes } from './foreign-nodes.ts';
import { PrivateInput } from './private-input.ts';

/**
 * Guards an element against what goes on around it: scripts of the page do not hear what is typed, tools for people with low vision are
 * followed, translators freeze no text. `root` and `content` are the two boxes of its shadow root. Gives what each update goes through.
 */
export function guardFromPage(host: LitElement, root: Element, content: Element): ForeignNodes {
  new PrivateInput(host, root);
  watchPageLooks(host);
  return new ForeignNodes(content);
}
