/* eslint lit-a11y/click-events-have-key-events: off -- the keys are those of the combobox, which keeps the focus */
import { html, nothing, type TemplateResult } from 'lit';

import type { Suggestion } from '../addresses/line.ts';
import type { Messages } from './messages.ts';
import type { Outcome } from './suggestions.ts';

/** A suggestion, or the last entry: what was typed, as it is. */
export type Entry = Suggestion | 'asItIs';

export interface PopupOptions {
  messages: Messages;
  isOpen: boolean;
  outcome: Outcome;
  /** Index of the entry under the arrows; -1 for none. */
  active: number;
  typed: string;
  onChoose: (entry: Entry) => void;
}

/** What there is to choose from. */
export const entriesFor = (outcome: Outcome): Entry[] =>
  typeof outcome === 'string' ? ['asItIs'] : [...outcome, 'asItIs'];

/** Why there are no suggestions, if there are none. */
export function noticeFor(outcome: Outcome, messages: Messages): string {
  if (typeof outcome === 'string') return messages[outcome];
  return outcome.length === 0 ? messages.none : '';
}

/** The list below the field. It is there, empty and hidden, also while it is closed: `aria-controls` points to it. */
export function popup(options: PopupOptions): TemplateResult {
  const { messages, isOpen, outcome, active, typed, onChoose } = options;
  const notice = isOpen ? noticeFor(outcome, messages) : '';
  return html`<div class="popup" ?hidden=${!isOpen} @mousedown=${keepFocus}>
    ${notice ? html`<p class="reason small" aria-hidden="true">${notice}</p>` : nothing}
    <ul id="list" role="listbox" aria-label=${messages.list}>
      ${(isOpen ? entriesFor(outcome) : []).map(
        (entry, i) =>
          html`<li
            id="entry-${i}"
            role="option"
            aria-selected=${i === active ? 'true' : 'false'}
            @click=${() => {
              onChoose(entry);
            }}
          >
            ${
              entry === 'asItIs'
                ? html`<span class="as-it-is">${messages.asItIs(typed)}</span>`
                : suggestion(entry, messages)
            }
          </li>`,
      )}
    </ul>
  </div>`;
}

/** Keeps «2-я» on one line of the screen. */
const unbroken = (line: string) => line.replace(/(?<=\d)-(?=\p{L})/gu, '\u2011');

function suggestion(entry: Suggestion, { missing }: Messages): TemplateResult {
  const { marks, postcode, kind } = entry;
  const line = unbroken(entry.line);
  let end = 0;
  const parts = marks.map(([from, to]) => {
    const before = line.slice(end, from);
    end = to;
    return html`${before}<mark>${line.slice(from, to)}</mark>`;
  });
  const more = [postcode, kind === 'house' ? '' : missing[kind]].filter(Boolean).join(' · ');
  return html`<span>${parts}${line.slice(end)}</span
    >${more ? html`<span class="more">${more}</span>` : nothing}`;
}

/** A press on the list leaves the focus in the field. */
function keepFocus(event: Event): void {
  event.preventDefault();
}
