import { html, nothing, type TemplateResult } from 'lit';

import { CRITERIA, type Criterion } from '../contract/ratings/criteria.ts';
import { fieldClass, describedBy, hintAndError } from '../fields/field.ts';
import type { Messages } from './first-messages.ts';

interface MarkFieldOptions {
  /** Error text. */
  error: string | undefined;
  /** Called with the mark as a text: `{ time: '5' }`. */
  onChange: (change: Partial<Record<Criterion, string>>) => void;
}

/** Id of the radio button for a mark of a criterion: `mark-time-1`. */
export const markId = (criterion: Criterion, mark = 1): string => `mark-${criterion}-${mark}`;

/** One criterion: five native radio buttons that look like tiles. `RatingForm.updated` checks the chosen one. */
export function markField(
  criterion: Criterion,
  messages: Messages,
  { error, onChange }: MarkFieldOptions,
): TemplateResult {
  const { title, hint } = messages.criteria[criterion];
  const description = { id: `mark-${criterion}`, hint, error };
  const change = (event: Event) => {
    onChange({ [criterion]: (event.target as HTMLInputElement).value });
  };
  return html`<fieldset class=${fieldClass(error)} role="radiogroup" aria-required="false">
    <legend>
      ${title}
      <span class="optional">· ${messages.place(CRITERIA.indexOf(criterion) + 1, CRITERIA.length)}</span>
    </legend>
    ${hintAndError(description)}
    <div class="scale">
      <div class="marks" @change=${change}>
        ${messages.marks.map((meaning, i) => markView(criterion, i + 1, { meaning, ids: describedBy(description) }))}
      </div>
      <div class="ends" aria-hidden="true">
        ${[0, 2, 4].map((i) => html`<span>${i + 1} ${messages.marks[i]}</span>`)}
      </div>
    </div>
  </fieldset>`;
}

/** One tile. Tiles 1, 3 and 5 show their meaning too. */
const markView = (
  criterion: Criterion,
  mark: number,
  { meaning, ids }: { meaning: string; ids: ReturnType<typeof describedBy> },
) =>
  html`<label class="mark"
    ><input
      type="radio"
      id=${markId(criterion, mark)}
      name=${criterion}
      value=${mark}
      aria-label="${mark}, ${meaning}"
      aria-describedby=${ids}
    /><span class="tile">${mark}<small>${mark % 2 ? meaning : nothing}</small></span></label
  >`;
