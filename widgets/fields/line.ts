import type { Field } from '../contract/forms/schemas.ts';
import { textOf, type FieldContext, type FieldKind } from './kind.ts';
import { textField, type TextFieldOptions } from './text-field.ts';

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

/** A kind that is one line of text, sent as it was typed; `options` tell the browser what is typed there. */
export const lineKind = (options: Pick<TextFieldOptions, 'type' | 'inputmode' | 'narrow'>): FieldKind => ({
  view: (field, context) => textField({ ...lineOptions(field, context), ...options }),
});
