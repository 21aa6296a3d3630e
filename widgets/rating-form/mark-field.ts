import { html, nothing, type TemplateResult } from 'lit';

import { CRITERIA, type Criterion } from '../contract/ratings/criteria.ts';
import { fieldClass, describedBy, hintAndError } from '../fields/field.ts';
import type { Messages } from './messages.ts';

interface MarkFieldOptions {
  error: string | undefined;
  onChange: (change: Partial<Record<Criterion, string>>) => void;
}

/** Id of the radio button of a mark. */
export const markId = (criterion: Criterion, mark = 1): string => `mark-${criterion}-${mark}`;

/** One criterion: five native radio buttons that look like tiles. The form checks the one that is chosen. */
export function markField(
  criterion: Criterion,
  messages: Messages,
  { error, onChange }: MarkFieldOptions,
): TemplateResult {
  const { title, hint } = messages.criteria[criterion];
  const described = { id: `mark-${criterion}`, hint, error };
  const change = (event: Event) => {
    onChange({ [criterion]: (event.target as HTMLInputElement).value });
  };
  return html`<fieldset class=${fieldClass(error)} aria-describedby=${describedBy(described)}>
    <legend>
      ${title}
      <span class="optional">· ${messages.place(CRITERIA.indexOf(criterion) + 1, CRITERIA.length)}</span>
    </legend>
    ${hintAndError(described)}
    <div class="scale">
      <div class="marks" @change=${change}>
        ${messages.marks.map((words, i) => markView(criterion, i + 1, words))}
      </div>
      <div class="ends" aria-hidden="true">
        ${[0, 2, 4].map((i) => html`<span>${i + 1} ${messages.marks[i]}</span>`)}
      </div>
    </div>
  </fieldset>`;
}

/** One tile; every second one shows its words too. */
const markView = (criterion: Criterion, mark: number, words: string) =>
  html`<label class="mark"
    ><input
      type="radio"
      id=${markId(criterion, mark)}
      name=${criterion}
      value=${mark}
      aria-label="${mark}, ${words}"
    /><span class="tile">${mark}<small>${mark % 2 ? words : nothing}</small></span></label
  >`;
