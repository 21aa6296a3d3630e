import { html, nothing, type TemplateResult } from 'lit';

import type { AnswerContext } from '../contract/answers/schemas.ts';
import type { Field, FormDefinition } from '../contract/forms/schemas.ts';
import { formatOf, type TextFormats } from '../contract/values/formats/load.ts';
import { clean } from '../text/clean.ts';
import { bareEmail } from '../contract/values/email.ts';
import { textOf, type FieldValue } from '../fields/field-kind.ts';
import { fieldKindOf } from '../fields/field-kinds.ts';
import { consentField } from '../forms/consent.ts';
import type { Form } from '../forms/form.ts';
import { todayInRegion } from '../portal/learn-time.ts';
import { addStyles } from '../styles/add-styles.ts';
import { answerTo, askedAfter } from './answers.ts';
import type { Messages } from './messages.ts';
import { reviewStyles } from './review.styles.ts';

/** A step with the fields that are asked, and which answers are valid. */
interface ReviewedStep extends AnswerContext {
  step: FormDefinition['steps'][number];
  /** Its place, from 0. */
  i: number;
}

/** Shows all answers, step by step, for a last check, and asks for the consent. */
export function reviewView(
  form: Form,
  messages: Messages,
  { definition, formats }: { definition: FormDefinition; formats: TextFormats },
): TemplateResult {
  addStyles(form.host, reviewStyles);
  const { portal } = form.host;
  const today = portal && todayInRegion(portal.config.region.timeZone);
  const { steps } = askedAfter(definition, form.state.values, { today, formats });
  const views = steps.map(
    (step, i) => step.fields.length > 0 && stepView(form, messages, { step, i, formats, today }),
  );
  return html`${views.filter(Boolean)} ${form.uploadsView?.() ?? nothing} ${consentField(form, messages)}`;
}

const stepView = (form: Form, messages: Messages, { step, i, ...context }: ReviewedStep) =>
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
            <dd>
              ${answerText({ ...context, field, messages }, form.state.values[field.name]) || noAnswer(messages)}
            </dd>
          </div>`,
      )}
    </dl>
  </section>`;

const noAnswer = (messages: Messages) => html`<span class="quiet">${messages.empty}</span>`;

/** What the words of an answer depend on. */
interface Answered extends AnswerContext {
  field: Field;
  messages: Messages;
}

/** An answer in words, as it is sent; as it was typed where it is wrong; an empty text where there is none. */
function answerText(asked: Answered, value: FieldValue | undefined): string {
  if (value === undefined) return '';
  const { field, messages } = asked;
  const kind = fieldKindOf(field);
  if (kind.displayText) return kind.displayText(value, field, messages);
  const answer = answerTo(field, value, asked);
  return typeof answer === 'string' ? readable(answer, asked, value) : textOf(value);
}

/** An answer as people read it: «1 сентября 2027 г.», «112-233-445 95», «+7 903 123-45-67», «anna@почта.рф». */
function readable(answer: string, { field, formats, messages }: Answered, value: FieldValue): string {
  switch (field.type) {
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
      return formatOf(field, formats)?.readable?.(answer) ?? answer;
  }
}
