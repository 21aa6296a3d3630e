import { html, type TemplateResult } from 'lit';

import type { EditorHost } from './editor.ts';

/** A button that looks like a link and stands in a sentence. */
export const linkButton = (host: EditorHost, text: string, onClick: () => void): TemplateResult =>
  html`<button class="link" type="button" ?disabled=${host.matches(':disabled')} @click=${onClick}>
    ${text}
  </button>`;
