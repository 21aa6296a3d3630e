import { html, nothing, type TemplateResult } from 'lit';

import type { FieldValue } from '../fields/field-kind.ts';
import type { Form } from './form.ts';

/** A correction, and the value for which it is offered: another value has none. */
interface Offer {
  typed: FieldValue | undefined;
  text: string;
}

/** Offers corrections from now on, by the names of the questions: one tap puts the correction into the field. */
export function offerCorrection<Input, Receipt>(
  form: Form<Input, Receipt>,
  name: string,
  offer: Offer,
): void {
  const before = form.offerView;
  form.offerView = (asked) => (asked === name ? offerView(form, name, offer) : (before?.(asked) ?? nothing));
  form.setState({});
}

function offerView<Input, Receipt>(
  form: Form<Input, Receipt>,
  name: string,
  { typed, text }: Offer,
): TemplateResult | typeof nothing {
  if (form.state.values[name] !== typed) return nothing;
  const accept = () => {
    form.setValues({ [name]: text });
  };
  return html`<button class="link" type="button" @click=${accept}>${form.plan.offerText?.(text)}</button>`;
}
