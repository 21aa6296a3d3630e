import { html, type TemplateResult } from 'lit';

import { CRITERIA } from '../contract/ratings/criteria.ts';
import { caseFields } from '../fields/case-fields.ts';
import { textIn } from '../fields/field-kind.ts';
import { textField } from '../fields/text-field.ts';
import type { Form } from '../forms/form.ts';
import { errorOf } from '../forms/form-selectors.ts';
import { markField } from './mark-field.ts';
import type { Messages } from './first-messages.ts';

/** Shows all questions: number and code of the application, seven criteria, a comment. A mistake in `marks` is shown at the first criterion. */
export function ratingQuestionsView(form: Form, messages: Messages): TemplateResult {
  const { values } = form.state;
  const example = form.host.portal?.config.region.exampleCaseNumber ?? '';
  return html`<div class="case">
      ${caseFields(messages, {
        example,
        typed: { number: textIn(values, 'number'), code: textIn(values, 'code') },
        errorOf: (name) => errorOf(form, name),
        onInput: form.setValues,
        onBlur: (name) => void form.validateField(name),
      })}
    </div>
    ${CRITERIA.map((name) =>
      markField(name, messages, {
        error: name === 'time' ? errorOf(form, 'marks') : undefined,
        onChange: form.setValues,
      }),
    )}
    ${commentField(form, messages)} ${anonymousField(form, messages)}`;
}

const commentField = (form: Form, messages: Messages) =>
  textField({
    id: 'comment',
    label: messages.comment,
    hint: messages.commentHint,
    optional: messages.optional,
    error: errorOf(form, 'comment'),
    value: textIn(form.state.values, 'comment'),
    multiline: true,
    onInput: (comment) => {
      form.setValues({ comment });
    },
  });

const anonymousField = (form: Form, messages: Messages) =>
  html`<label class="option"
    ><input
      type="checkbox"
      id="anonymous"
      .checked=${textIn(form.state.values, 'anonymous') === 'yes'}
      @change=${(event: Event) => {
        form.setValues({ anonymous: (event.target as HTMLInputElement).checked ? 'yes' : undefined });
      }}
    /><span>${messages.anonymous}</span></label
  >`;
