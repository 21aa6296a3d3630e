import type { FieldKind } from './kind.ts';
import { lineOptions } from './line.ts';
import { textField } from './text-field.ts';

/** An e-mail address. */
export const email: FieldKind = {
  view: (field, context) => textField({ ...lineOptions(field, context), type: 'email', inputmode: 'email' }),
};
