import { createHash } from 'node:crypto';

import type {
  AgencyContact,
  Field,
  FormDefinition,
  TextFormatName,
} from '../../widgets/contract/forms/schemas.ts';
import { ALL_FORMATS } from '../../widgets/contract/values/formats/all.ts';
import type { TextFormat } from '../../widgets/contract/values/formats/text-format.ts';
import type { FormContent } from './form-content.ts';
import type { Service } from './service.ts';

/** A form as the widgets and the portal read it. Its version is a short hash of the questions. */
export function formDefinition(
  form: FormContent,
  { slug, service, agency }: { slug: string; service: Service; agency: AgencyContact },
): FormDefinition {
  const { checks } = form;
  const steps = form.steps.map(({ title, hint, shownIf, fields }) => ({
    title,
    ...(hint !== undefined && { hint }),
    ...(shownIf && { shownIf }),
    fields: fields.map(fieldDefinition),
  }));
  const { minutes } = service.online;
  return {
    service: { slug, title: service.title, short: service.short },
    agency,
    version: createHash('sha256')
      .update(JSON.stringify(checks.length ? [steps, checks] : steps))
      .digest('hex')
      .slice(0, 12),
    answerPeriod: answerPeriod(service),
    ...(minutes !== undefined && { minutes }),
    steps,
    ...(checks.length > 0 && { checks }),
  };
}

/**
 * The period from the application to the answer: the first one of the card. If the card does not say how long it is, 30 days:
 * that is the period of 59-ФЗ, art. 12, for any letter to the authorities.
 */
function answerPeriod({ periods: [period] }: Service): FormDefinition['answerPeriod'] {
  return period?.value === undefined
    ? { value: 30, unit: 'calendarDay' }
    : { value: period.value, unit: period.unit };
}

/** Limits of a field if the editor gives none: characters of a «текст», characters of a «строка», number of files. */
const DEFAULT_PARAGRAPH_LENGTH = 2000;
const DEFAULT_LINE_LENGTH = 250;
const DEFAULT_FILE_COUNT = 5;

/** One question of a form as its file says. */
type FormField = FormContent['steps'][number]['fields'][number];

/**
 * A field as the contract has it: `paragraph` becomes a `text` with `multiline`, `name` one with a `format`, and a limit that the editor left
 * out its default.
 */
function fieldDefinition(field: FormField): Field {
  const common = commonDefinition(field);
  switch (field.type) {
    case 'date':
      return {
        ...common,
        type: 'date',
        ...(field.when !== undefined && { when: field.when }),
        ...(field.withinYears !== undefined && { withinYears: field.withinYears }),
      };
    case 'choice':
      return { ...common, type: 'choice', options: field.options.map((label) => ({ value: label, label })) };
    case 'file':
      return { ...common, type: 'file', maxCount: field.maxCount ?? DEFAULT_FILE_COUNT };
    case 'snils':
    case 'phone':
    case 'email':
    case 'address':
      return { ...common, type: field.type };
    default:
      return { ...common, ...textDefinition(field.type, field.maxLength) };
  }
}

/** What is the same in all fields. */
const commonDefinition = ({ name, label, hint, required, autocomplete, shownIf, requiredIf }: FormField) => ({
  name,
  label,
  required,
  ...(hint !== undefined && { hint: keepNumbersWhole(hint) }),
  ...(autocomplete !== undefined && { autocomplete }),
  ...(shownIf && { shownIf }),
  ...(requiredIf && { requiredIf }),
});

/** The kinds of fields that are texts. */
type TextType = 'text' | 'paragraph' | TextFormatName;

/** What is special about a field for text. */
const textDefinition = (type: TextType, maxLength: number | undefined) => ({
  type: 'text' as const,
  multiline: type === 'paragraph',
  maxLength: maxLength ?? (type === 'paragraph' ? DEFAULT_PARAGRAPH_LENGTH : DEFAULT_LINE_LENGTH),
  ...(type !== 'text' && type !== 'paragraph' && { format: type, ...keyboardOf(type) }),
});

/** The keyboard of a format, where it is not that of letters. */
function keyboardOf(format: TextFormatName): { inputmode?: 'numeric' | 'decimal' } {
  const { inputmode } = (ALL_FORMATS as Partial<Record<TextFormatName, TextFormat>>)[format] ?? {};
  return inputmode ? { inputmode } : {};
}

/** Joins the groups of a number, so that it is not broken at the end of a line: `112-233-445 95`. */
const keepNumbersWhole = (text: string): string =>
  text.replace(/(?<=\d)[- ](?=\d)/g, (sign) => (sign === '-' ? '\u2011' : '\u00a0'));
