import type { Field } from '../contract/forms/schemas.ts';
import { textOf, type FieldContext, type FieldKind } from './field-kind.ts';
import { textField, type TextFieldOptions } from './text-field.ts';

/** What the kinds that are one line of text have in common. */
export const textOptions = (field: Field, context: FieldContext): TextFieldOptions => ({
  id: context.id,
  label: field.label,
  hint: field.hint,
  error: context.error,
  required: field.required,
  optional: context.messages.optional,
  value: textOf(context.value),
  // Browsers do not know СНИЛС.
  autocomplete: field.autocomplete === 'snils' ? 'off' : (field.autocomplete ?? 'off'),
  onInput: context.setValue,
  onBlur: context.onBlur,
});

/** A kind that is one line of text, sent as it was typed; `options` tell the browser what is typed there. */
export const textLineKind = (
  options: Pick<TextFieldOptions, 'type' | 'inputmode' | 'narrow'>,
): FieldKind => ({
  view: (field, context) => textField({ ...textOptions(field, context), ...options }),
});
