import { html, type TemplateResult } from 'lit';

import type { Field, FormDefinition } from '../contract/forms/schemas.ts';
import { textOf, type FieldValue } from '../fields/field-kind.ts';
import { fieldKindOf } from '../fields/field-kinds.ts';
import { consentField } from '../forms/consent.ts';
import type { Form } from '../forms/form.ts';
import { addStyles } from '../styles/add-styles.ts';
import type { Messages } from './messages.ts';
import { reviewStyles } from './review.styles.ts';

type Step = FormDefinition['steps'][number];

/** Shows all answers, step by step, for a last check, and asks for the consent. */
export function reviewView(form: Form, messages: Messages, { steps }: FormDefinition): TemplateResult {
  addStyles(form.host, reviewStyles);
  return html`${steps.map((step, i) => stepView(form, messages, { step, i }))} ${consentField(form, messages)}`;
}

const stepView = (form: Form, messages: Messages, { step, i }: { step: Step; i: number }) =>
  html`<section class="part">
    <header>
      <h3>${step.title}</h3>
      <button
        class="link"
        type="button"
        aria-label=${messages.changeWhat(step.title)}
        @click=${() => void form.goToStep(i)}
      >
        ${messages.change}
      </button>
    </header>
    <dl>
      ${step.fields.map(
        (field) =>
          html`<div>
            <dt>${field.label}</dt>
            <dd>${answerView(field, form.state.values[field.name], messages)}</dd>
          </div>`,
      )}
    </dl>
  </section>`;

/** An answer, or that there is none. Its lines are kept, so no white space stands around it. */
const answerView = (field: Field, value: FieldValue | undefined, messages: Messages) =>
  answerText(field, value, messages) || html`<span class="quiet">${messages.empty}</span>`;

/** An answer in words; an empty text where there is none. */
function answerText(field: Field, value: FieldValue | undefined, messages: Messages): string {
  const kind = fieldKindOf(field);
  if (value === undefined) return '';
  return kind.displayText ? kind.displayText(value, field, messages) : textOf(value);
}
