import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { FormDefinitionSchema } from '../../widgets/contract/forms/schemas.ts';
import { FormContentSchema } from './form-content.ts';
import { formDefinition } from './form.ts';
import type { Service } from './service.ts';

const FORM = v.parse(
  FormContentSchema,
  parse(`
шаги:
  - заголовок: О вас
    поля:
      - { имя: lastName, вид: строка, подпись: Фамилия, обязательно: да, о заявителе: фамилия, не длиннее: 100 }
      - { имя: story, вид: текст, подпись: Расскажите, обязательно: нет }
      - { имя: birthDate, вид: дата, подпись: Дата рождения, обязательно: да, день: в прошлом }
      - { имя: group, вид: выбор, подпись: Группа, обязательно: да, варианты: [Обычная, Особая] }
      - { имя: snils, вид: снилс, подпись: СНИЛС, подсказка: '11 цифр, 112-233-445 95', обязательно: нет }
      - { имя: paper, вид: файл, подпись: Документ, обязательно: нет, файлов не больше: 2 }
`),
);
const AGENCY = { slug: 'komitet', title: 'Комитет', phone: '8 800 100-70-10' };

const service = (value?: number) =>
  ({
    title: 'Постановка на учёт',
    short: 'Детский сад',
    online: { kind: 'full', note: '', minutes: 10 },
    periods: [
      {
        title: 'Учёт',
        value,
        unit: 'workingDay',
        startEvent: 'registration',
        note: undefined,
        checked: false,
      },
    ],
  }) as unknown as Service;

const of = (card: Service, agency = AGENCY) => ({ slug: 'detskiy-sad', service: card, agency });

describe('formDefinition', () => {
  it('is what the contract says', () => {
    const definition = formDefinition(FORM, of(service(10)));
    expect(v.parse(FormDefinitionSchema, definition)).toEqual(definition);
    expect(definition).toMatchObject({
      service: { slug: 'detskiy-sad' },
      agency: AGENCY,
      minutes: 10,
      answerPeriod: { value: 10, unit: 'workingDay' },
    });
  });

  it('says every kind of question in the words of the contract', () => {
    expect(formDefinition(FORM, of(service(10))).steps[0]?.fields).toEqual([
      {
        name: 'lastName',
        label: 'Фамилия',
        required: true,
        autocomplete: 'family-name',
        type: 'text',
        multiline: false,
        maxLength: 100,
      },
      { name: 'story', label: 'Расскажите', required: false, type: 'text', multiline: true, maxLength: 2000 },
      { name: 'birthDate', label: 'Дата рождения', required: true, type: 'date', when: 'past' },
      {
        name: 'group',
        label: 'Группа',
        required: true,
        type: 'choice',
        options: [
          { value: 'Обычная', label: 'Обычная' },
          { value: 'Особая', label: 'Особая' },
        ],
      },
      {
        name: 'snils',
        label: 'СНИЛС',
        hint: '11 цифр, 112\u2011233\u2011445\u00a095',
        required: false,
        type: 'snils',
      },
      { name: 'paper', label: 'Документ', required: false, type: 'file', maxCount: 2 },
    ]);
  });

  it('promises 30 calendar days where the card knows no period', () => {
    expect(formDefinition(FORM, of(service())).answerPeriod).toEqual({
      value: 30,
      unit: 'calendarDay',
    });
  });

  it('changes its version with the questions, and only with them', () => {
    const { version } = formDefinition(FORM, of(service(10)));
    const [step] = FORM.steps;
    const changed = { ...FORM, steps: [{ ...step, title: 'О заявителе' }] } as typeof FORM;
    expect(formDefinition(FORM, of(service(5), { ...AGENCY, title: 'Другой' })).version).toBe(version);
    expect(formDefinition(changed, of(service(10))).version).not.toBe(version);
  });
});
