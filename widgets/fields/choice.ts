import type { Field } from '../contract/forms/schemas.ts';
import { choiceField } from './choice-field.ts';
import type { FieldKind } from './field-kind.ts';
import { textOptions } from './text-line.ts';

/** A choice of one option of the form definition. */
export const choiceKind: FieldKind<Extract<Field, { type: 'choice' }>> = {
  view: (field, context) =>
    choiceField({
      ...textOptions(field, context),
      options: field.options,
      choose: context.messages.choose,
      onChange: context.setValue,
    }),
  // An option of an older form definition is shown as «не заполнено».
  displayText: (value, { options }) => options.find((option) => option.value === value)?.label ?? '',
};
