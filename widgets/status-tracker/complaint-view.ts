import { html, nothing, type TemplateResult } from 'lit';

import type { ComplaintStatus } from '../contract/complaints/schemas.ts';
import type { Messages } from './messages.ts';
import { timeZoneOf, type ViewOptions } from './parts.ts';
import { sectionView } from './sections-view.ts';
import { lineView } from './timeline-view.ts';

/** Shows where a complaint stands: who considers it, by when, the answers, and what the author can do. */
export function complaintView(
  status: ComplaintStatus,
  messages: Messages,
  options: ViewOptions,
): TemplateResult {
  const { agency, holder, dueOn, overdue, state } = status;
  const { complaint } = messages;
  const isAnswered = state === 'answered' || state === 'closed';
  const isGranted = isAnswered && status.answers.at(-1)?.satisfied;
  return html`<div class="when ${overdue ? 'late' : isGranted ? 'ready' : ''}">
      ${
        isAnswered
          ? html`<h3>${complaint.states[state]}</h3>`
          : html`<p><b>${overdue ? complaint.late : complaint.states[state]}</b></p>
              <p class="quiet">
                ${messages.considers(holder?.title ?? agency.title)}
                ${overdue ? messages.wasDue(dueOn) : messages.by(dueOn)}
              </p>`
      }
      <p class="quiet">${complaint.about(agency.title)}</p>
    </div>
    ${answersView(status, messages, timeZoneOf(options))}
    ${
      status.canEscalate
        ? html`<p>${overdue ? complaint.escalateLate : complaint.escalateDisagree}</p>
            <div class="sections">${sectionView('escalation', { title: complaint.escalate }, options)}</div>`
        : nothing
    }
    ${statesView(status, messages, timeZoneOf(options))}`;
}

/** The answers, of the agency and of the body that controls it. */
const answersView = ({ answers }: ComplaintStatus, { complaint, moment }: Messages, timeZone: string) =>
  answers.map(
    ({ by, satisfied, at, text }) =>
      html`<div class="need">
        <h3>${complaint.answerBy[by]}</h3>
        <p class="quiet small"><time datetime=${at}>${moment(at, timeZone)}</time></p>
        <p>${satisfied ? complaint.satisfied : complaint.rejected}</p>
        ${text === undefined ? nothing : html`<blockquote>${text}</blockquote>`}
      </div>`,
  );

/** The states so far, as a line. */
function statesView({ history, state }: ComplaintStatus, messages: Messages, timeZone: string) {
  const ended = state === 'answered' || state === 'closed';
  const { progress, states } = messages.complaint;
  return html`<ol class="line" aria-label=${progress}>
    ${history.map((entry, i) => {
      const isNow = i === history.length - 1 && !ended;
      return lineView({ title: states[entry.state], at: entry.at, isNow }, messages, timeZone);
    })}
  </ol>`;
}
