import * as v from 'valibot';

import { FIELD_TYPE_NAMES } from '../../widgets/contract/forms/field-type-names.ts';
import { ConditionContentSchema } from './condition-content.ts';
import {
  choiceOf,
  list,
  optionalList,
  fieldGroup,
  nonEmptyText,
  wholeNumberBetween,
  yesNo,
} from './fields.ts';
import { conditionIssues } from './form-conditions.ts';

/**
 * Facts about the applicant that browsers and the portal's profile fill in: tokens of HTML's `autocomplete`, with the words that
 * editors write.
 */
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

/** Names of the form's own parts: its consent and its heading have these ids; a condition calls the present day `today`. */
const RESERVED_NAMES = ['consent', 'title', 'today'];

/**
 * The name of a field in code. Answers are properties of an object, so what every object of JavaScript has (`constructor`,
 * `toString`) is no name either.
 */
const fieldName = v.pipe(
  v.string('fieldName'),
  v.regex(/^[a-z][A-Za-z0-9]*$/, 'fieldName'),
  v.check((name) => !RESERVED_NAMES.includes(name) && !(name in Object.prototype), 'reservedName'),
);

/** The path to a value that has an issue, by the names that editors write: `pathTo('варианты', 1)` leads to the second option. */
const pathTo = (
  first: string,
  ...others: (string | number)[]
): [v.UnknownPathItem, ...v.UnknownPathItem[]] => {
  const item = (key: string | number) =>
    ({ type: 'unknown', origin: 'value', input: undefined, key, value: undefined }) as const;
  return [item(first), ...others.map(item)];
};

/** Settings that only some kinds of fields know, with the names that editors write. */
const KINDS_OF_SETTINGS = {
  when: { name: 'день', kinds: ['date'] },
  withinYears: { name: 'не дальше лет', kinds: ['date'] },
  options: { name: 'варианты', kinds: ['choice'] },
  maxLength: { name: 'не длиннее', kinds: ['text', 'paragraph', 'name', 'bank'] },
  maxCount: { name: 'файлов не больше', kinds: ['file'] },
} as const satisfies Record<string, { name: string; kinds: readonly (keyof typeof FIELD_TYPE_NAMES)[] }>;

/** One question of a form. Its kind decides which of the last five settings it may have. */
const FieldContentSchema = v.pipe(
  fieldGroup({
    name: ['имя', fieldName],
    type: ['вид', choiceOf(FIELD_TYPE_NAMES)],
    label: ['подпись', nonEmptyText],
    hint: ['подсказка', v.optional(nonEmptyText)],
    required: ['обязательно', yesNo],
    /** Has to be answered also where this is met. */
    requiredIf: ['обязательно если', v.optional(ConditionContentSchema)],
    /** Asked only where this is met. */
    shownIf: ['показать', v.optional(ConditionContentSchema)],
    /** The fact about the applicant that the field asks for; absent if it asks for something else. */
    autocomplete: ['о заявителе', v.optional(choiceOf(AUTOCOMPLETE))],
    /** Whether the date has to be in the past or in the future. */
    when: ['день', v.optional(choiceOf({ past: 'в прошлом', future: 'в будущем' }))],
    /** How many years the date may be from today. */
    withinYears: ['не дальше лет', v.optional(wholeNumberBetween(1, 150, 'years'))],
    options: ['варианты', optionalList(nonEmptyText)],
    /** Characters. */
    maxLength: ['не длиннее', v.optional(wholeNumberBetween(1, 20_000, 'textLength'))],
    maxCount: ['файлов не больше', v.optional(wholeNumberBetween(1, 20, 'fileCount'))],
  }),
  v.check((field) => field.type !== 'choice' || field.options.length >= 2, 'options'),
  // Refuses a setting that the kind of the field does not have: the editor has another kind in mind.
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const field = dataset.value;
    for (const [key, { name, kinds }] of Object.entries(KINDS_OF_SETTINGS)) {
      const setting = field[key as keyof typeof KINDS_OF_SETTINGS];
      const isSet = Array.isArray(setting) ? setting.length > 0 : setting !== undefined;
      if (!isSet || kinds.some((kind) => kind === field.type)) continue;
      const kindNames = kinds.map((kind) => FIELD_TYPE_NAMES[kind]);
      addIssue({ message: `otherKind:${kindNames.join('|')}`, path: pathTo(name) });
    }
  }),
  // Refuses an option that stands twice.
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { options } = dataset.value;
    for (const [i, option] of options.entries())
      if (options.indexOf(option) < i) addIssue({ message: 'sameOption', path: pathTo('варианты', i) });
  }),
);

/** The questions of one service: `content/forms/<service>.yaml`. */
export const FormContentSchema = v.pipe(
  fieldGroup({
    steps: [
      'шаги',
      list(
        fieldGroup({
          title: ['заголовок', nonEmptyText],
          hint: ['пояснение', v.optional(nonEmptyText)],
          shownIf: ['показать', v.optional(ConditionContentSchema)],
          fields: ['поля', list(FieldContentSchema)],
        }),
      ),
    ],
    /** What has to be true of several answers together; its words are shown at one of their fields. */
    checks: [
      'проверки',
      optionalList(
        fieldGroup({
          field: ['поле', fieldName],
          must: ['должно быть', ConditionContentSchema],
          words: ['слова', nonEmptyText],
        }),
      ),
    ],
  }),
  // Refuses a name that two fields of the form have.
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const names = new Set<string>();
    for (const [i, step] of dataset.value.steps.entries())
      for (const [j, { name }] of step.fields.entries()) {
        if (names.has(name))
          addIssue({ message: 'sameFieldName', path: pathTo('шаги', i, 'поля', j, 'имя') });
        names.add(name);
      }
    for (const { message, path } of conditionIssues(dataset.value))
      addIssue({ message, path: pathTo(...path) });
  }),
);
/** A form as its file says. */
export type FormContent = v.InferOutput<typeof FormContentSchema>;
