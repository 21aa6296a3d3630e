import { html, nothing, type TemplateResult } from 'lit';

/** The texts of a heading, from top to bottom. */
export interface HeadingOptions {
  /** Name of the form, above the title of a step. */
  about?: string;
  title: string;
  /** What the citizen should know before she answers. */
  lead?: string | undefined;
  /** A side note in small letters. */
  small?: string;
}

/** The heading of a form or of a step. It can take the focus, so that a screen reader reads a new step from its title. */
export const formHeading = ({ about, title, lead, small }: HeadingOptions): TemplateResult =>
  html`<div class="head">
    ${about ? html`<p class="quiet">${about}</p>` : nothing}
    <h2 id="title" tabindex="-1" data-focus="heading">${title}</h2>
    ${lead ? html`<p class="quiet">${lead}</p>` : nothing}
    ${small ? html`<p class="quiet small">${small}</p>` : nothing}
  </div>`;
