import type { Field } from '../contract/forms/schemas.ts';
import { textOf, type FieldContext } from './kind.ts';
import type { TextFieldOptions } from './text-field.ts';

/** What the kinds that are one line of text have in common. */
export const lineOptions = (field: Field, context: FieldContext): TextFieldOptions => ({
  id: context.id,
  label: field.label,
  hint: field.hint,
  error: context.error,
  required: field.required,
  optional: context.words.optional,
  value: textOf(context.value),
  // Browsers do not know СНИЛС.
  autocomplete: field.autocomplete === 'snils' ? 'off' : (field.autocomplete ?? 'off'),
  onInput: context.set,
  onBlur: context.leave,
});
