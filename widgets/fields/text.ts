import type { Field } from '../contract/forms/schemas.ts';
import type { FieldKind } from './field-kind.ts';
import { textOptions } from './text-line.ts';
import { textField } from './text-field.ts';

/** Any text, in one line or several lines. One that is too long is kept, and the citizen is told. */
export const textKind: FieldKind<Extract<Field, { type: 'text' }>> = {
  view: (field, context) =>
    textField({
      ...textOptions(field, context),
      multiline: field.multiline,
      ...(field.inputmode && { inputmode: field.inputmode, narrow: true }),
    }),
};
