import { html, nothing, type TemplateResult } from 'lit';

import type { ApplicationStatus } from '../contract/applications/schemas.ts';
import { knownText } from '../text/known-text.ts';
import type { Messages, StateMessages } from './messages.ts';

/** The words for a state. One that these widgets do not know yet has the name that the portal gives it. */
export function stateWords(state: string, { titles }: ApplicationStatus, messages: Messages): StateMessages {
  const title = titles?.[state] ?? messages.moved;
  return knownText(messages.states, state) ?? { done: title, doneHint: '', next: title, nextHint: '' };
}

/** Shows the timeline: states of the past, the present state, states to come. Each line says in words too which of them it is. */
export const timelineView = (
  status: ApplicationStatus,
  messages: Messages,
  timeZone: string,
): TemplateResult =>
  html`<ol class="line" aria-label=${messages.progress}>
    ${status.history.map((_, i) => pastView(status, i, { messages, timeZone }))}
    ${status.next.map(({ state, by }) => {
      const { next, nextHint } = stateWords(state, status, messages);
      return html`<li class="next">
        <p>${next}<span class="hidden">, ${messages.ahead}</span><small>${nextHint}</small></p>
        ${by === undefined ? nothing : html`<time class="at" datetime=${by}>${messages.until(by)}</time>`}
      </li>`;
    })}
  </ol>`;

/** Shows a state that has been reached: entry `i` of the history. The last one is the present state, unless the case has ended. */
function pastView(
  status: ApplicationStatus,
  i: number,
  { messages, timeZone }: { messages: Messages; timeZone: string },
) {
  const { history, daysLeft } = status;
  const { state, at, note } = history[i] as ApplicationStatus['history'][number];
  const isLast = i === history.length - 1;
  // asked after X, then X again: the citizen has answered, and the case goes on.
  const isBack = history[i - 1]?.state === 'asked' && history[i - 2]?.state === state;
  const { done, doneHint } = stateWords(state, status, messages);
  const hint = isLast && !daysLeft ? nothing : html`<small>${note ?? doneHint}</small>`;
  const registered = i === 0 ? registrationView(status, messages) : nothing;
  return lineView(
    {
      title: isBack ? messages.resumed : done,
      hint: html`${hint}${registered}`,
      at,
      isNow: isLast && !!daysLeft,
    },
    messages,
    timeZone,
  );
}

/** Says when a case that came on a day off is registered. */
export const registrationView = (
  { registeredOn }: { registeredOn?: string | undefined },
  messages: Messages,
): TemplateResult | typeof nothing =>
  registeredOn === undefined ? nothing : html`<small>${messages.registeredOn(registeredOn)}</small>`;

/** One line of a timeline that has been reached. */
interface Line {
  title: string;
  hint?: TemplateResult | typeof nothing;
  /** When it was reached: an instant, ISO 8601. */
  at: string;
  /** Whether the case stands there now. */
  isNow: boolean;
}

/** Shows a line of the past or of the present. */
export const lineView = (
  { title, hint = nothing, at, isNow }: Line,
  messages: Messages,
  timeZone: string,
): TemplateResult =>
  html`<li class=${isNow ? 'now' : 'past'} aria-current=${isNow ? 'step' : nothing}>
    <p><b>${title}</b>${isNow ? nothing : html`<span class="hidden">, ${messages.done}</span>`}${hint}</p>
    <span class="at"
      >${isNow ? html`<b>${messages.now}</b> · ` : nothing}<time datetime=${at}
        >${messages.moment(at, timeZone)}</time
      ></span
    >
  </li>`;
