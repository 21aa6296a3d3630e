import type { FieldKind } from './field-kind.ts';
import { textOptions } from './text-line.ts';
import { textField } from './text-field.ts';

/** A day, typed as people write it; the review shows it in words: «1 сентября 2027 г.». */
export const dateKind: FieldKind = {
  view: (field, context) => textField({ ...textOptions(field, context), inputmode: 'numeric', narrow: true }),
};
