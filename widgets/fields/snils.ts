import type { FieldKind } from './kind.ts';
import { lineOptions } from './line.ts';
import { textField } from './text-field.ts';

/** СНИЛС, typed with or without dashes and spaces. */
export const snils: FieldKind = {
  view: (field, context) => textField({ ...lineOptions(field, context), inputmode: 'numeric', narrow: true }),
};
