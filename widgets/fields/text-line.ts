import type { Field } from '../contract/forms/schemas.ts';
import { textOf, type FieldContext, type FieldKind } from './field-kind.ts';
import { textField, type TextFieldOptions } from './text-field.ts';

/** Options that a text field takes from a field definition and its context. */
export const textOptions = (field: Field, context: FieldContext): TextFieldOptions => ({
  id: context.id,
  label: field.label,
  hint: field.hint,
  error: context.error,
  offer: context.offer,
  required: field.required,
  optional: context.messages.optional,
  value: textOf(context.value),
  // `snils` is a token of ours; browsers do not know it.
  autocomplete: field.autocomplete === 'snils' ? 'off' : (field.autocomplete ?? 'off'),
  onInput: context.setValue,
  onBlur: context.onBlur,
});

/** Makes a kind that is one line of text and is sent as it was typed. `options` choose the keyboard of a telephone and the width. */
export const textLineKind = (
  options: Pick<TextFieldOptions, 'type' | 'inputmode' | 'narrow'>,
): FieldKind => ({
  view: (field, context) => textField({ ...textOptions(field, context), ...options }),
});
