import { html, nothing, type TemplateResult } from 'lit';

import type { ApplicationStatus, Need, NeedKind } from '../contract/applications/schemas.ts';
import type { CaseAction } from '../portal/case-events.ts';
import { knownText } from '../text/known-text.ts';
import type { Messages } from './messages.ts';
import { timeZoneOf, type Part, type ViewOptions } from './parts.ts';
import { partElement } from './sections-view.ts';

/** Where the citizen does what the case needs. */
const PLACES: Record<NeedKind | 'other', Part> = {
  answer: 'answer',
  pay: 'invoices',
  'choose-time': 'visits',
  come: 'visits',
  mend: 'mend',
  other: 'letters',
};

/** Something to do; `other` is what only a newer portal knows. */
type KnownNeed = Need & { kind: NeedKind | 'other' };

/** These are done in the block itself; for the others the section below is opened. */
const isInPlace = (part: Part) => part === 'answer' || part === 'mend';

/** What the citizen has to do now. A portal of the first version does not say it: then the state does. */
function needOf({ need, state }: ApplicationStatus): KnownNeed | undefined {
  if (need) return { ...need, kind: knownText(PLACES, need.kind) ? (need.kind as NeedKind) : 'other' };
  return state === 'asked' ? { kind: 'answer' } : undefined;
}

/** The part in which the citizen does what the case needs now; `undefined` where she has to wait. */
export function placeOfNeed(status: ApplicationStatus): Part | undefined {
  const need = needOf(status);
  return need && PLACES[need.kind];
}

/** Shows what the citizen has to do now, with the button that leads there; and what she can do besides. */
export function needView(
  status: ApplicationStatus,
  messages: Messages,
  options: ViewOptions,
): TemplateResult {
  const need = needOf(status);
  return html`${need ? blockView(need, status, { messages, options }) : nothing}
  ${offersView(status, messages, options)}`;
}

function blockView(
  need: KnownNeed,
  status: ApplicationStatus,
  { messages, options }: { messages: Messages; options: ViewOptions },
) {
  const { title, button } = messages.needs[need.kind];
  const part = PLACES[need.kind];
  const isOpen = isInPlace(part) && options.opened.has(part);
  const { question } = status;
  return html`<div class="need">
    <h3>${title(need.at, timeZoneOf(options))}</h3>
    ${need.kind === 'answer' && question ? html`<blockquote>${question.text}</blockquote>` : nothing}
    ${need.by === undefined ? nothing : html`<p class="quiet">${messages.doBy(need.by)}</p>`}
    ${
      isOpen
        ? partElement(part, options, question?.askedAt)
        : html`<button
            class="button"
            type="button"
            @click=${() => {
              options.onOpen(part, true);
            }}
          >
            ${button}
          </button>`
    }
  </div>`;
}

/** Offers the result, and what the citizen can do in another widget: complain when it is late or refused, rate when the result is ready. */
function offersView(status: ApplicationStatus, messages: Messages, { onAction, onOpen }: ViewOptions) {
  const offerView = (action: Extract<CaseAction, 'complain' | 'rate'>, kind: string, hint: string) =>
    html`<div class="ask ${kind}">
      <p>${hint}</p>
      <button
        class="button ${kind === 'quiet' ? 'second' : ''}"
        type="button"
        @click=${() => {
          onAction(action);
        }}
      >
        ${messages[action]}
      </button>
    </div>`;
  if (status.overdue) return offerView('complain', 'note', messages.overdue);
  if (status.state === 'refused') return offerView('complain', 'quiet', messages.refused);
  if (status.state !== 'ready') return nothing;
  const openFiles = () => {
    onOpen('files', true);
  };
  return html`<div>
      <button class="button" type="button" @click=${openFiles}>${messages.getResult}</button>
    </div>
    ${status.rated ? nothing : offerView('rate', 'quiet', messages.rateHint)}`;
}
