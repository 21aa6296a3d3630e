import type { Field } from '../contract/forms/schemas.ts';
import { choiceField } from './choice-field.ts';
import type { FieldKind } from './kind.ts';
import { lineOptions } from './line.ts';

/** One of the options that the form names. */
export const choice: FieldKind<Extract<Field, { type: 'choice' }>> = {
  view: (field, context) =>
    choiceField({
      ...lineOptions(field, context),
      options: field.options,
      choose: context.words.choose,
      onChange: context.set,
    }),
  // An option that an older form had is none.
  shown: (value, { options }) => options.find((option) => option.value === value)?.label ?? '',
};
