import { html, nothing, type TemplateResult } from 'lit';

import type { ApplicationStatus } from '../contract/applications/schemas.ts';
import type { FoundCase } from '../portal/look-up-case.ts';
import { addStyles } from '../styles/add-styles.ts';
import { complaintView } from './complaint-view.ts';
import { glanceView, isPaused } from './glance-view.ts';
import type { Messages } from './messages.ts';
import { needView } from './need-view.ts';
import { timeZoneOf, type ViewOptions } from './parts.ts';
import { sectionsView } from './sections-view.ts';
import { statusStyles } from './status.styles.ts';
import { timelineView } from './timeline-view.ts';

/** Shows where a case stands, what the citizen has to do, what has happened and what comes, whom to ask. */
export function caseView(found: FoundCase, messages: Messages, options: ViewOptions): TemplateResult {
  const { host, notice } = options;
  addStyles(host, statusStyles);
  const title = found.kind === 'application' ? found.status.service.short : messages.complaint.title;
  return html`<section class="frame" aria-labelledby="title">
    <h2 id="title" tabindex="-1" data-focus="status">
      ${title} <span class="number">${messages.numbered(found.status.number)}</span>
    </h2>
    ${notice}
    ${
      found.kind === 'application'
        ? applicationView(found.status, messages, options)
        : complaintView(found.status, messages, options)
    }
    ${phoneView(found.status.agency.phone, messages)} ${footView(messages, options)}
  </section>`;
}

const applicationView = (status: ApplicationStatus, messages: Messages, options: ViewOptions) =>
  html`${status.corrects ? html`<p class="quiet">${messages.corrects(status.corrects)}</p>` : nothing}
  ${status.correctedBy ? html`<p class="note">${messages.correctedBy(status.correctedBy)}</p>` : nothing}
  ${glanceView(status, messages)} ${options.isErased ? nothing : needView(status, messages, options)}
  ${timelineView(status, messages, timeZoneOf(options))}
  ${
    status.daysLeft && !status.overdue && !isPaused(status)
      ? html`<p class="small quiet">${messages.ifOverdue(status.dueOn)}</p>`
      : nothing
  }
  ${options.isErased ? nothing : sectionsView(status, messages, options)}`;

const phoneView = (phone: string | undefined, messages: Messages) =>
  phone === undefined
    ? nothing
    : html`<p class="small quiet">
        ${messages.questions} <a href="tel:${phone.replace(/[^\d+]/g, '')}">${phone}</a>
      </p>`;

/** The buttons below a status, and when the portal has said it. */
function footView(messages: Messages, options: ViewOptions) {
  const { isLoading, isErased, onRefresh, onPrint, onAnother, seenAt } = options;
  return html`<div class="go">
      ${
        isErased
          ? nothing
          : html`<button class="button second" type="button" aria-disabled=${isLoading} @click=${onRefresh}>
              ${isLoading ? messages.reading : messages.refresh}
            </button>`
      }
      <button class="link" type="button" @click=${onPrint}>${messages.print}</button>
      <button class="link" type="button" @click=${onAnother}>${messages.another}</button>
    </div>
    ${
      seenAt === undefined
        ? nothing
        : html`<p class="small quiet">${messages.refreshed(seenAt, timeZoneOf(options))}</p>`
    }`;
}
