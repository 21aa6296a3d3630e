import { createHash } from 'node:crypto';

import type { AgencyContact, Field, FormDefinition } from '../../widgets/contract/forms/schemas.ts';
import type { FormContent } from './form-content.ts';
import type { Service } from './service.ts';

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

/** Characters of a «текст», characters of a «строка» and number of files, where the editor gives no other limit. */
const PARAGRAPH_LENGTH = 2000;
const LINE_LENGTH = 250;
const FILE_COUNT = 5;

type FormField = FormContent['steps'][number]['fields'][number];

/** A field as the contract has it: kinds that editors tell apart (`paragraph`) may be one there, and limits are always said. */
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
      return { ...common, type: 'file', maxCount: field.maxCount ?? FILE_COUNT };
    default:
      return { ...common, type: field.type };
  }
}
