import { html, nothing, type TemplateResult } from 'lit';

import type { Field, FormDefinition } from '../contract/forms/schemas.ts';
import { clean } from '../text/clean.ts';
import { bareEmail } from '../contract/values/email.ts';
import { textOf, type FieldValue } from '../fields/field-kind.ts';
import { fieldKindOf } from '../fields/field-kinds.ts';
import { consentField } from '../forms/consent.ts';
import type { Form } from '../forms/form.ts';
import { todayInRegion } from '../portal/learn-time.ts';
import { addStyles } from '../styles/add-styles.ts';
import { answerTo } from './answers.ts';
import type { Messages } from './messages.ts';
import { reviewStyles } from './review.styles.ts';

type Step = FormDefinition['steps'][number];

/** Shows all answers, step by step, for a last check, and asks for the consent. */
export function reviewView(form: Form, messages: Messages, { steps }: FormDefinition): TemplateResult {
  addStyles(form.host, reviewStyles);
  return html`${steps.map((step, i) => stepView(form, messages, { step, i }))}
  ${form.uploadsView?.() ?? nothing} ${consentField(form, messages)}`;
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
            <dd>${answerView(form, field, messages)}</dd>
          </div>`,
      )}
    </dl>
  </section>`;

/** An answer, or that there is none. Its lines are kept, so no white space stands around it. */
const answerView = (form: Form, field: Field, messages: Messages) =>
  answerText(form, field, messages) || html`<span class="quiet">${messages.empty}</span>`;

/** An answer in words, as it is sent; as it was typed where it is wrong; an empty text where there is none. */
function answerText({ state, host }: Form, field: Field, messages: Messages): string {
  const value = state.values[field.name];
  if (value === undefined) return '';
  const kind = fieldKindOf(field);
  if (kind.displayText) return kind.displayText(value, field, messages);
  const answer = answerTo(field, value, host.portal && todayInRegion(host.portal.config.region.timeZone));
  return typeof answer === 'string' ? readable(field, answer, { value, messages }) : textOf(value);
}

/** An answer as people read it: «1 сентября 2027 г.», «112-233-445 95», «+7 903 123-45-67», «anna@почта.рф». */
function readable(
  { type }: Field,
  answer: string,
  { value, messages }: { value: FieldValue; messages: Messages },
): string {
  switch (type) {
    case 'date':
      return messages.date(answer);
    case 'snils':
      return answer.replace(/^(...)(...)(...)/, '$1-$2-$3 ');
    case 'phone':
      return answer.replace(/^\+7(...)(...)(..)/, '+7 $1 $2-$3-');
    case 'email':
      // Nobody reads Punycode.
      return bareEmail(clean(textOf(value))).replace(/@.*/, (domain) => domain.toLowerCase());
    default:
      return answer;
  }
}
