import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import { CRITERIA, type Criterion } from '../contract/ratings/criteria.ts';
import { describedBy, hintAndError } from '../fields/templates.ts';
import type { Messages } from './messages.ts';

/** Id of the radio button of a mark. */
export const markId = (criterion: Criterion, mark = 1): string => `mark-${criterion}-${mark}`;

/** One criterion: five native radio buttons that look like tiles. `chosen` is the mark, or empty. */
export function markField(
  criterion: Criterion,
  chosen: string,
  error: string | undefined,
  messages: Messages,
  choose: (change: Partial<Record<Criterion, string>>) => void,
): TemplateResult {
  const { title, hint } = messages.criteria[criterion];
  const common = { id: `mark-${criterion}`, hint, error };
  return html`<fieldset
    class="field ${error ? 'bad' : ''}"
    aria-describedby=${describedBy(common) ?? nothing}
  >
    <legend>
      ${title}
      <span class="optional">· ${messages.place(CRITERIA.indexOf(criterion) + 1, CRITERIA.length)}</span>
    </legend>
    ${hintAndError(common)}
    <div class="scale">
      <div class="marks">
        ${messages.marks.map(
          (words, i) =>
            html`<label class="mark"
              ><input
                type="radio"
                id=${markId(criterion, i + 1)}
                name=${common.id}
                value=${i + 1}
                aria-label="${i + 1}, ${words}"
                .checked=${live(chosen === String(i + 1))}
                @change=${(event: Event) => {
                  choose({ [criterion]: (event.target as HTMLInputElement).value });
                }}
              /><span class="tile">${i + 1}<small>${i % 2 ? nothing : words}</small></span></label
            >`,
        )}
      </div>
      <div class="ends" aria-hidden="true">
        ${[0, 2, 4].map((i) => html`<span>${i + 1} ${messages.marks[i]}</span>`)}
      </div>
    </div>
  </fieldset>`;
}

/** The rating is stored; or it had been before. */
export const thanksView = (
  step: 'sent' | 'alreadyRated',
  messages: Messages,
  another: () => void,
): TemplateResult =>
  html`<section class="frame" aria-labelledby="title">
    <div class="head">
      <h2 class="tick" id="title" tabindex="-1" data-focus="done">${messages[step]}</h2>
      <p>${messages[`${step}Hint`]}</p>
    </div>
    <div class="go">
      <button class="link" type="button" @click=${another}>${messages.another}</button>
    </div>
  </section>`;
