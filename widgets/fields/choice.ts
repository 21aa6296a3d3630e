import type { Field } from '../contract/forms/schemas.ts';
import { choiceField } from './choice-field.ts';
import type { FieldKind } from './field-kind.ts';
import { textOptions } from './text-line.ts';

/** One of the options that the form names. */
export const choiceKind: FieldKind<Extract<Field, { type: 'choice' }>> = {
  view: (field, context) =>
    choiceField({
      ...textOptions(field, context),
      options: field.options,
      choose: context.messages.choose,
      onChange: context.setValue,
    }),
  // An option that an older form had is none.
  displayText: (value, { options }) => options.find((option) => option.value === value)?.label ?? '',
};
