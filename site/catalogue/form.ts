import * as v from 'valibot';

import { choice, count, list, optionalList, record, text, yesNo } from './fields.ts';

/** Kinds of fields, as editors name them. */
export const FIELD_TYPES = {
  text: 'строка',
  paragraph: 'текст',
  date: 'дата',
  choice: 'выбор',
  snils: 'снилс',
  phone: 'телефон',
  email: 'почта',
  address: 'адрес',
  file: 'файл',
} as const;

/** Names by which a browser, and the portal's profile, fill a field in. */
export const AUTOCOMPLETE = {
  'family-name': 'фамилия',
  'given-name': 'имя',
  'additional-name': 'отчество',
  bday: 'дата рождения',
  tel: 'телефон',
  email: 'почта',
  'street-address': 'адрес',
  snils: 'снилс',
  organization: 'организация',
} as const;

const FieldSchema = v.pipe(
  record({
    name: ['имя', v.pipe(v.string('fieldName'), v.regex(/^[a-z][A-Za-z0-9]*$/, 'fieldName'))],
    type: ['вид', choice(FIELD_TYPES)],
    label: ['подпись', text],
    hint: ['подсказка', v.optional(text)],
    required: ['обязательно', yesNo],
    /** What the applicant himself is known by; absent for the data of others. */
    autocomplete: ['о заявителе', v.optional(choice(AUTOCOMPLETE))],
    when: ['день', v.optional(choice({ past: 'в прошлом', future: 'в будущем' }))],
    options: ['варианты', optionalList(text)],
    maxLength: ['не длиннее', v.optional(count)],
    maxCount: ['файлов не больше', v.optional(count)],
  }),
  v.check((field) => field.type !== 'choice' || field.options.length >= 2, 'options'),
);

/** The questions of one service: `content/forms/<service>.yaml`. */
export const FormSchema = v.pipe(
  record({
    steps: ['шаги', list(record({ title: ['заголовок', text], hint: ['пояснение', v.optional(text)], fields: ['поля', list(FieldSchema)] }))],
  }),
  v.check(({ steps }) => {
    const names = steps.flatMap((step) => step.fields.map((field) => field.name));
    return new Set(names).size === names.length;
  }, 'sameFieldName'),
);
export type Form = v.InferOutput<typeof FormSchema>;
