import { createHash } from 'node:crypto';

import * as v from 'valibot';

import {
  FIELD_TYPE_NAMES,
  type AgencyContact,
  type Field,
  type FormDefinition,
} from '../../widgets/contract/forms/schemas.ts';
import { choiceOf, wholeNumber, list, optionalList, fieldGroup, nonEmptyText, yesNo } from './fields.ts';
import type { Service } from './service.ts';

/** Names by which a browser, and the portal's profile, fill a field in. */
const AUTOCOMPLETE = {
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

const FieldContentSchema = v.pipe(
  fieldGroup({
    name: ['имя', v.pipe(v.string('fieldName'), v.regex(/^[a-z][A-Za-z0-9]*$/, 'fieldName'))],
    type: ['вид', choiceOf(FIELD_TYPE_NAMES)],
    label: ['подпись', nonEmptyText],
    hint: ['подсказка', v.optional(nonEmptyText)],
    required: ['обязательно', yesNo],
    /** What the applicant himself is known by; absent for the data of others. */
    autocomplete: ['о заявителе', v.optional(choiceOf(AUTOCOMPLETE))],
    when: ['день', v.optional(choiceOf({ past: 'в прошлом', future: 'в будущем' }))],
    options: ['варианты', optionalList(nonEmptyText)],
    maxLength: ['не длиннее', v.optional(wholeNumber)],
    maxCount: ['файлов не больше', v.optional(wholeNumber)],
  }),
  v.check((field) => field.type !== 'choice' || field.options.length >= 2, 'options'),
);

/** A place in the file, by the names that editors write. */
const pathTo = (
  first: string,
  ...others: (string | number)[]
): [v.UnknownPathItem, ...v.UnknownPathItem[]] => {
  const item = (key: string | number) =>
    ({ type: 'unknown', origin: 'value', input: undefined, key, value: undefined }) as const;
  return [item(first), ...others.map(item)];
};

/** The questions of one service: `content/forms/<service>.yaml`. */
export const FormContentSchema = v.pipe(
  fieldGroup({
    steps: [
      'шаги',
      list(
        fieldGroup({
          title: ['заголовок', nonEmptyText],
          hint: ['пояснение', v.optional(nonEmptyText)],
          fields: ['поля', list(FieldContentSchema)],
        }),
      ),
    ],
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const names = new Set<string>();
    for (const [i, step] of dataset.value.steps.entries())
      for (const [j, { name }] of step.fields.entries()) {
        if (names.has(name))
          addIssue({ message: 'sameFieldName', path: pathTo('шаги', i, 'поля', j, 'имя') });
        names.add(name);
      }
  }),
);
export type FormContent = v.InferOutput<typeof FormContentSchema>;

/** A form as the widgets and the portal read it. Its version is a short hash of the questions. */
export function formDefinition(
  form: FormContent,
  { slug, service, agency }: { slug: string; service: Service; agency: AgencyContact },
): FormDefinition {
  const steps = form.steps.map(({ title, hint, fields }) => ({
    title,
    ...(hint !== undefined && { hint }),
    fields: fields.map(fieldDefinition),
  }));
  const { minutes } = service.online;
  return {
    service: { slug, title: service.title, short: service.short },
    agency,
    version: createHash('sha256').update(JSON.stringify(steps)).digest('hex').slice(0, 12),
    answerPeriod: answerPeriod(service),
    ...(minutes !== undefined && { minutes }),
    steps,
  };
}

/** From application to answer. A card that does not know it yet promises what 59-ФЗ, art. 12, gives any letter to the authorities: 30 days. */
function answerPeriod({ periods: [first] }: Service): FormDefinition['answerPeriod'] {
  return first?.value === undefined
    ? { value: 30, unit: 'calendarDay' }
    : { value: first.value, unit: first.unit };
}

const PARAGRAPH_LENGTH = 2000;
const LINE_LENGTH = 250;
const FILES = 5;

type FormField = FormContent['steps'][number]['fields'][number];

function fieldDefinition({ name, label, hint, required, autocomplete, ...field }: FormField): Field {
  const common = {
    name,
    label,
    required,
    ...(hint !== undefined && { hint }),
    ...(autocomplete !== undefined && { autocomplete }),
  };
  switch (field.type) {
    case 'text':
      return { ...common, type: 'text', multiline: false, maxLength: field.maxLength ?? LINE_LENGTH };
    case 'paragraph':
      return { ...common, type: 'text', multiline: true, maxLength: field.maxLength ?? PARAGRAPH_LENGTH };
    case 'date':
      return { ...common, type: 'date', ...(field.when !== undefined && { when: field.when }) };
    case 'choice':
      return { ...common, type: 'choice', options: field.options.map((label) => ({ value: label, label })) };
    case 'file':
      return { ...common, type: 'file', maxCount: field.maxCount ?? FILES };
    default:
      return { ...common, type: field.type };
  }
}
