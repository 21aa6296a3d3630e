import type { Field } from '../contract/forms/schemas.ts';
import type { FieldKind } from './kind.ts';
import { lineOptions } from './line.ts';
import { textField } from './text-field.ts';

/** Any text, in one line or in several. */
export const text: FieldKind<Extract<Field, { type: 'text' }>> = {
  view: (field, context) =>
    textField({
      ...lineOptions(field, context),
      maxLength: field.maxLength,
      multiline: field.multiline,
    }),
};
