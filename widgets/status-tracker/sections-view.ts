import { html, nothing, type TemplateResult } from 'lit';

import type { ApplicationStatus } from '../contract/applications/schemas.ts';
import type { Messages } from './messages.ts';
import type { Part, ViewOptions } from './parts.ts';

/** The sections of an application, in the order of the page. */
const SECTIONS = ['letters', 'invoices', 'visits', 'files', 'history', 'notices', 'withdrawal'] as const;

/** Shows the sections of a case, each closed until the citizen opens it. */
export function sectionsView(
  status: ApplicationStatus,
  messages: Messages,
  options: ViewOptions,
): TemplateResult {
  const marks: Partial<Record<Part, string>> = {
    ...(status.unread && { letters: messages.unread(status.unread) }),
    ...(status.invoices && { invoices: messages.unpaid(status.invoices) }),
  };
  const shown = SECTIONS.filter((part) => part !== 'withdrawal' || status.daysLeft);
  return html`<div class="sections">
    ${shown.map((part) => sectionView(part, { title: messages.sections[part], mark: marks[part] }, options))}
  </div>`;
}

/** Shows one section: a line that opens it, and what is in it. */
export const sectionView = (
  part: Part,
  { title, mark }: { title: string; mark?: string | undefined },
  options: ViewOptions,
): TemplateResult =>
  html`<details
    data-part=${part}
    .open=${options.opened.has(part)}
    @toggle=${(event: Event) => {
      options.onOpen(part, (event.target as HTMLDetailsElement).open);
    }}
  >
    <summary>
      <h3>${title}</h3>
      ${mark === undefined ? nothing : html`<span class="mark">${mark}</span>`}
    </summary>
    ${options.opened.has(part) ? partElement(part, options) : nothing}
  </details>`;

/** The element that shows a part. `topic` says what an answer is about. */
export function partElement(part: Part, options: ViewOptions, topic = ''): TemplateResult {
  const { access, version } = options;
  switch (part) {
    case 'answer':
    case 'withdrawal':
    case 'escalation':
      return html`<okno-case-form .access=${access} .kind=${part} .topic=${topic}></okno-case-form>`;
    case 'mend':
      return html`<okno-case-mend .access=${access} .version=${version}></okno-case-mend>`;
    case 'letters':
      return lettersElement(options);
    case 'invoices':
      return html`<okno-case-invoices .access=${access} .version=${version}></okno-case-invoices>`;
    case 'visits':
      return visitElement(options);
    case 'files':
      return html`<okno-case-files .access=${access} .version=${version}></okno-case-files>`;
    case 'history':
      return html`<okno-case-history .access=${access} .version=${version}></okno-case-history>`;
    case 'notices':
      return html`<okno-case-notices .access=${access} .version=${version}></okno-case-notices>`;
  }
}

const lettersElement = ({ access, version, isGoing }: ViewOptions) =>
  html`<okno-case-letters .access=${access} .version=${version} .canWrite=${isGoing}></okno-case-letters>`;

const visitElement = ({ access, version, service }: ViewOptions) =>
  html`<okno-case-visit .access=${access} .version=${version} .service=${service}></okno-case-visit>`;
