import type { FieldKind } from './kind.ts';
import { lineOptions } from './line.ts';
import { textField } from './text-field.ts';

/** A telephone, typed in any way. */
export const phone: FieldKind = {
  view: (field, context) =>
    textField({ ...lineOptions(field, context), type: 'tel', inputmode: 'tel', narrow: true }),
};
