import { html } from 'lit';

import type { FieldKind, FieldValue } from './field-kind.ts';
import { textOptions } from './text-line.ts';
import { textField } from './text-field.ts';

const ELEMENT = 'okno-address-field';

const addressValue = (value: FieldValue | undefined) =>
  typeof value === 'object' && !Array.isArray(value) ? value : undefined;

/** An address with suggestions from КЛАДР; a plain line of text where its element could not be fetched. */
export const addressKind: FieldKind = {
  elementTag: ELEMENT,
  isElementOptional: true,
  displayText: (value) => addressValue(value)?.line ?? '',
  view(field, context) {
    const { id, messages, error, setValue, onBlur, loadedTags } = context;
    const value = addressValue(context.value);
    if (!loadedTags.has(ELEMENT))
      return textField({
        ...textOptions(field, context),
        value: value?.line ?? '',
        onInput(typed) {
          setValue(typed.trim() ? { line: typed, manual: true } : undefined);
        },
      });
    const onChange = (event: Event) => {
      setValue((event.currentTarget as HTMLElement & { value: FieldValue | undefined }).value);
    };
    return html`<okno-address-field
      id=${id}
      name=${field.name}
      .label=${field.label}
      .hint=${field.hint ?? messages.addressHint}
      .error=${error ?? ''}
      .optional=${field.required ? '' : messages.optional}
      .value=${value}
      ?required=${field.required}
      @input=${onChange}
      @change=${onChange}
      @focusout=${onBlur}
    ></okno-address-field>`;
  },
};
