import { html, nothing, type TemplateResult } from 'lit';

import type { Answer } from '../contract/answers/schemas.ts';
import type { Field, FormDefinition } from '../contract/forms/schemas.ts';
import type { FieldValue } from '../fields/field-kind.ts';
import type { Form } from '../forms/form.ts';
import type { Correction } from '../portal/correction.ts';
import { addStyles } from '../styles/add-styles.ts';
import { correctingStyles } from './correcting.styles.ts';
import type { Messages as FirstMessages } from './first-messages.ts';
import type { Messages } from './messages.ts';

/** A form in which a refused application is mended: all answers are in it, and those that have to be mended are marked. */
export class Correcting {
  readonly #widget: CorrectingWidget;
  readonly #form: Form;
  readonly #correction: Correction;
  readonly #definition: FormDefinition;

  constructor(widget: CorrectingWidget, correction: Correction, definition: FormDefinition) {
    this.#widget = widget;
    this.#form = widget.form;
    this.#correction = correction;
    this.#definition = definition;
  }

  /** Fills in the answers of the refused application. What has been mended before, and is in the draft, stays. */
  fillIn(): void {
    const form = this.#form;
    const { answers } = this.#correction;
    if (form.state.stage.at !== 'asking') return;
    const empty = this.#definition.steps
      .flatMap(({ fields }) => fields)
      .filter(({ name }) => form.state.values[name] === undefined && answers[name] !== undefined);
    form.setValues(
      Object.fromEntries(empty.map((field) => [field.name, valueOf(answers[field.name], field)])),
    );
  }

  /** Says what is mended in this form, and what of it on this step; on another step, where it is. */
  view(step: number): TemplateResult | typeof nothing {
    const { refusal, number } = this.#correction;
    const messages = this.#widget.texts;
    if (!('correcting' in messages)) return nothing;
    addStyles(this.#form.host, correctingStyles);
    const isHere = this.#definition.steps[step]?.fields.some((field) => this.#isNamed(field));
    return html`<div class="note">
      <p>${messages.correcting(number)}</p>
      ${refusal && !refusal.fields.length ? html`<p class="words">${refusal.text}</p>` : nothing}
      ${isHere ? html`<p>${messages.mendHere}</p>` : this.#elsewhereView(messages)}
    </div>`;
  }

  /** Marks a question whose answer has to be mended, with what the official has written about it. */
  readonly mark = (field: Field, question: TemplateResult): TemplateResult => {
    const messages = this.#widget.texts;
    if (!('correcting' in messages) || !this.#isNamed(field)) return question;
    const isMended = this.#isMended(field);
    const id = `mend-${field.name}`;
    return html`<div class="mend ${isMended ? 'mended' : ''}" role="group" aria-labelledby=${id}>
      <p id=${id}>
        <b>${isMended ? messages.mended : messages.mendThis}</b>
        <span class="words">${this.#correction.refusal?.text}</span>
      </p>
      ${question}
    </div>`;
  };

  /** What has still to be mended, and the way to it. */
  #elsewhereView(messages: Messages) {
    const left = this.#definition.steps.flatMap(({ fields }, step) =>
      fields
        .filter((field) => this.#isNamed(field) && !this.#isMended(field))
        .map(({ label }) => ({ label, step })),
    );
    if (!left.length) return nothing;
    return html`<p>${messages.mendElsewhere}</p>
      <ul class="to-mend">
        ${left.map(
          ({ label, step }) =>
            html`<li>
              <button class="link" type="button" @click=${() => void this.#form.goToStep(step)}>
                ${label}
              </button>
            </li>`,
        )}
      </ul>`;
  }

  #isNamed({ name }: Field): boolean {
    return !!this.#correction.refusal?.fields.includes(name);
  }

  /** Whether the answer is another one than that which was refused. */
  #isMended(field: Field): boolean {
    const refused = valueOf(this.#correction.answers[field.name], field);
    const value = this.#form.state.values[field.name];
    return value !== undefined && JSON.stringify(value) !== JSON.stringify(refused);
  }
}

/** The form that shows a refused application. */
interface CorrectingWidget {
  readonly form: Form;
  readonly correction: Correction | undefined;
  readonly definition: FormDefinition | undefined;
  readonly texts: Messages | FirstMessages;
  loadTexts(): Promise<void>;
}

/** Opens the correction of an application in the form that a widget shows now. `undefined` where there is no such form. */
export async function correctIn(widget: CorrectingWidget): Promise<Correcting | undefined> {
  await widget.loadTexts();
  const { correction, definition } = widget;
  return correction && definition && new Correcting(widget, correction, definition);
}

/** What stands in a field for an answer: a day is typed as 01.09.2027 and sent as 2027-09-01. */
const valueOf = (answer: Answer | undefined, { type }: Field): FieldValue | undefined =>
  type === 'date' && typeof answer === 'string' ? answer.split('-').reverse().join('.') : answer;
