import type { Field, FormDefinition } from '../../widgets/contract/forms/schemas.ts';

/** A field without what all kinds have in common. */
type Kind = Field extends infer One
  ? One extends Field
    ? Omit<One, 'name' | 'label' | 'required'>
    : never
  : never;

const options = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ value: `option${i}`, label: `Ответ ${i + 1}` }));

/** Every kind of field, and those that look different by their options. */
export const FIELD_KINDS = {
  text: { type: 'text', maxLength: 100, multiline: false },
  'text-lines': { type: 'text', maxLength: 1000, multiline: true },
  date: { type: 'date', when: 'past' },
  choice: { type: 'choice', options: options(3) },
  'choice-list': { type: 'choice', options: options(9) },
  snils: { type: 'snils' },
  phone: { type: 'phone' },
  email: { type: 'email' },
  address: { type: 'address' },
  file: { type: 'file', maxCount: 2 },
} as const satisfies Record<Field['type'], Kind> & Record<string, Kind>;

/** A form for each kind: the field may stay empty, has an answer, has a wrong one. `real` gives what is not about fields. */
export const formsOfFields = (real: FormDefinition): Record<string, FormDefinition> =>
  Object.fromEntries(
    Object.entries<Kind>(FIELD_KINDS).map(([name, kind]) => [name, formOf(real, name, kind)]),
  );

const formOf = (real: FormDefinition, title: string, kind: Kind): FormDefinition => ({
  ...real,
  steps: [
    {
      title,
      fields: [
        {
          ...kind,
          name: 'empty',
          label: 'Можно пропустить',
          hint: 'Подсказка под вопросом',
          required: false,
        },
        { ...kind, name: 'filled', label: 'С ответом', required: true },
        { ...kind, name: 'wrong', label: 'С ошибкой', required: true },
      ],
    },
  ],
});
