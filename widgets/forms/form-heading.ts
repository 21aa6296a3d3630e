import { html, nothing, type TemplateResult } from 'lit';

export interface HeadingOptions {
  /** What the form is about, where the title is that of a step. */
  about?: string;
  title: string;
  /** What has to be known before the questions. */
  lead?: string | undefined;
  small?: string;
}

/** The heading of a form, or of a step. */
export const formHeading = ({ about, title, lead, small }: HeadingOptions): TemplateResult =>
  html`<div class="head">
    ${about ? html`<p class="quiet">${about}</p>` : nothing}
    <h2 id="title" tabindex="-1" data-focus="heading">${title}</h2>
    ${lead ? html`<p class="quiet">${lead}</p>` : nothing}
    ${small ? html`<p class="quiet small">${small}</p>` : nothing}
  </div>`;
