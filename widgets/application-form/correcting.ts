import { html, nothing, type TemplateResult } from 'lit';

import type { Answer, Field, FormDefinition } from '../contract/forms/schemas.ts';
import type { FieldValue } from '../fields/field-kind.ts';
import type { Form } from '../forms/form.ts';
import type { Correction } from '../portal/correction.ts';
import type { Messages as FirstMessages } from './first-messages.ts';
import type { Messages } from './messages.ts';

/** A form in which a refused application is mended: all answers are in it, and each step says what of it has to be mended. */
export class Correcting {
  readonly #form: Form;
  readonly #correction: Correction;
  readonly #definition: FormDefinition;

  constructor(form: Form, correction: Correction, definition: FormDefinition) {
    this.#form = form;
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

  /** Says why it was refused, and which answers of a step it is about. */
  view(messages: Messages | FirstMessages, step: number): TemplateResult | typeof nothing {
    const { refusal, number } = this.#correction;
    if (!('correcting' in messages)) return nothing;
    const fields = this.#definition.steps[step]?.fields ?? [];
    const named = fields.filter(({ name }) => refusal?.fields.includes(name));
    return html`<div class="note">
      <p>${messages.correcting(number)}</p>
      ${refusal && (named.length || !refusal.fields.length) ? html`<p>${refusal.text}</p>` : nothing}
      ${named.length ? html`<p><b>${messages.mendHere(named.map(({ label }) => `«${label}»`).join(', '))}</b></p>` : nothing}
    </div>`;
  }
}

/** The form that shows a refused application. */
interface CorrectingWidget {
  readonly form: Form;
  readonly correction: Correction | undefined;
  readonly definition: FormDefinition | undefined;
  loadTexts(): Promise<void>;
}

/** Opens the correction of an application in the form that a widget shows now. `undefined` where there is no such form. */
export async function correctIn(widget: CorrectingWidget): Promise<Correcting | undefined> {
  await widget.loadTexts();
  const { form, correction, definition } = widget;
  return correction && definition && new Correcting(form, correction, definition);
}

/** What stands in a field for an answer: a day is typed as 01.09.2027 and sent as 2027-09-01. */
const valueOf = (answer: Answer | undefined, { type }: Field): FieldValue | undefined =>
  type === 'date' && typeof answer === 'string' ? answer.split('-').reverse().join('.') : answer;
