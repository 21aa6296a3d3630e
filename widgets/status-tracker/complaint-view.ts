import { html, nothing, type TemplateResult } from 'lit';

import type { ComplaintStatus } from '../contract/complaints/schemas.ts';
import { knownText } from '../text/known-text.ts';
import type { Messages } from './messages.ts';
import { timeZoneOf, type ViewOptions } from './parts.ts';
import { sectionView } from './sections-view.ts';
import { lineView, registrationView } from './timeline-view.ts';

/** Shows where a complaint stands: who considers it, by when, the answers, and what the author can do. */
export function complaintView(
  status: ComplaintStatus,
  messages: Messages,
  options: ViewOptions,
): TemplateResult {
  const { agency, holder, dueOn, overdue, state } = status;
  const { complaint } = messages;
  const isAnswered = isAnswer(state);
  const title = complaintStateTitle(state, status, messages);
  const isGranted = isAnswered && status.answers.at(-1)?.satisfied;
  return html`<div class="when ${overdue ? 'late' : isGranted ? 'ready' : ''}">
      ${
        isAnswered
          ? html`<h3>${title}</h3>`
          : html`<p><b>${overdue ? complaint.late : title}</b></p>
              <p class="quiet">
                ${messages.considers(holder?.title ?? agency.title)}
                ${overdue ? messages.wasDue(dueOn) : messages.by(dueOn)}
              </p>`
      }
      <p class="quiet">${complaint.about(agency.title)}</p>
    </div>
    ${answersView(status, messages, timeZoneOf(options))}
    ${status.canEscalate && !options.isErased ? escalationView(status, messages, options) : nothing}
    ${statesView(status, messages, timeZoneOf(options))}`;
}

const escalationView = ({ overdue }: ComplaintStatus, { complaint }: Messages, options: ViewOptions) =>
  html`<p>${overdue ? complaint.escalateLate : complaint.escalateDisagree}</p>
    <div class="sections">${sectionView('escalation', { title: complaint.escalate }, options)}</div>`;

/** The name of a complaint's state. One that these widgets do not know yet has the name that the portal gives it. */
export const complaintStateTitle = (
  state: string,
  { titles }: ComplaintStatus,
  { complaint }: Messages,
): string => knownText(complaint.states, state) ?? titles?.[state] ?? complaint.moved;

const isAnswer = (state: string) => state === 'answered' || state === 'closed';

/** The answers, of the agency and of the body that controls it. */
export const answersView = (
  { answers }: ComplaintStatus,
  { complaint, moment }: Messages,
  timeZone: string,
) =>
  answers.map(
    ({ by, satisfied, at, text }) =>
      html`<div class="need">
        <h3>${knownText(complaint.answerBy, by) ?? complaint.answerBy.other}</h3>
        <p class="quiet small"><time datetime=${at}>${moment(at, timeZone)}</time></p>
        <p>${satisfied ? complaint.satisfied : complaint.rejected}</p>
        ${text === undefined ? nothing : html`<blockquote>${text}</blockquote>`}
      </div>`,
  );

/** The states so far, as a line. */
export function statesView(status: ComplaintStatus, messages: Messages, timeZone: string) {
  const { history, state } = status;
  return html`<ol class="line" aria-label=${messages.complaint.progress}>
    ${history.map((entry, i) => {
      const isNow = i === history.length - 1 && !isAnswer(state);
      const title = complaintStateTitle(entry.state, status, messages);
      const hint = i === 0 ? registrationView(status, messages) : nothing;
      return lineView({ title, hint, at: entry.at, isNow }, messages, timeZone);
    })}
  </ol>`;
}
