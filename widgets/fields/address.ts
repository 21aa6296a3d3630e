import { html } from 'lit';

import type { FieldKind, FieldValue } from './kind.ts';
import { lineOptions } from './line.ts';
import { textField } from './text-field.ts';

const ELEMENT = 'okno-address-field';

const addressIn = (value: FieldValue | undefined) =>
  typeof value === 'object' && !Array.isArray(value) ? value : undefined;

/** An address from КЛАДР; one line of text where the element did not come. */
export const address: FieldKind = {
  element: ELEMENT,
  isOptional: true,
  shown: (value) => addressIn(value)?.line ?? '',
  view(field, context) {
    const { id, words, error, set, leave, loaded } = context;
    const value = addressIn(context.value);
    if (!loaded.has(ELEMENT))
      return textField({
        ...lineOptions(field, context),
        value: value?.line ?? '',
        onInput(typed) {
          set(typed.trim() ? { line: typed, manual: true } : undefined);
        },
      });
    const onChange = (event: Event) => {
      set((event.currentTarget as HTMLElement & { value: FieldValue | undefined }).value);
    };
    return html`<okno-address-field
      id=${id}
      name=${field.name}
      .label=${field.label}
      .hint=${field.hint ?? words.addressHint}
      .error=${error ?? ''}
      .optional=${field.required ? '' : words.optional}
      .value=${value}
      ?required=${field.required}
      @input=${onChange}
      @change=${onChange}
      @focusout=${leave}
    ></okno-address-field>`;
  },
};
