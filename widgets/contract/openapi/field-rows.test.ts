import { describe, expect, it } from 'vitest';

import { fieldRowsOf, typeInWords } from './field-rows.ts';
import { DEFAULT_LIMITS, type OpenApiSchema } from './openapi-schema.ts';

describe('the type of a field', () => {
  const cases: [words: string, schema: OpenApiSchema][] = [
    ['строка', { type: 'string', maxLength: DEFAULT_LIMITS.maxLength }],
    ['строка до 300 знаков', { type: 'string', maxLength: 300 }],
    ['строка от 1 до 21 знака', { type: 'string', minLength: 1, maxLength: 21 }],
    ['строка по образцу `^\\d$`', { type: 'string', maxLength: DEFAULT_LIMITS.maxLength, pattern: '^\\d$' }],
    ['строка, без него `14`', { type: 'string', default: '14' }],
    ['UUID', { type: 'string', format: 'uuid', maxLength: 36 }],
    ['целое число', { type: 'integer', minimum: DEFAULT_LIMITS.minimum, maximum: DEFAULT_LIMITS.maximum }],
    ['целое число от 1 до 5', { type: 'integer', minimum: 1, maximum: 5, format: 'int32' }],
    ['`true` или `false`', { type: 'boolean' }],
    ['всегда `true`', { const: true }],
    ['`post`, `office` или `sms`', { type: 'string', enum: ['post', 'office', 'sms'] }],
    ['`Day`', { $ref: '#/components/schemas/Day', description: 'Когда.' }],
    [
      'список: `Upload`',
      { type: 'array', items: { $ref: '#/components/schemas/Upload' }, maxItems: DEFAULT_LIMITS.maxItems },
    ],
    ['список (ровно 5): число', { type: 'array', items: { type: 'number' }, minItems: 5, maxItems: 5 }],
    [
      'объект, под любым именем — строка или список (до 20): объект',
      {
        type: 'object',
        additionalProperties: {
          anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'object' }, maxItems: 20 }],
        },
      },
    ],
  ];

  it.each(cases)('is described as «%s»', (description, schema) => {
    expect(typeInWords(schema).replaceAll(' ', ' ')).toBe(description);
  });
});

describe('fields of a shape', () => {
  const paths = (rows: { path: string }[]) => rows.map(({ path }) => path);
  const note: OpenApiSchema = {
    type: 'object',
    properties: { note: { type: 'string' } },
    required: ['note'],
  };

  it('are listed with those in them, by their paths', () => {
    const { rows } = fieldRowsOf({
      type: 'object',
      properties: { history: { type: 'array', items: note }, answers: { additionalProperties: note } },
    });
    expect(paths(rows)).toEqual(['history', 'history.note', 'answers', 'answers.*.note']);
    expect(rows.map(({ required }) => required)).toEqual([false, true, false, true]);
  });

  it('are listed once if all variants have them, and apart if they differ', () => {
    const variant = (kind: string, own: string): OpenApiSchema => ({
      type: 'object',
      properties: { id: { type: 'string' }, kind: { const: kind }, [own]: { type: 'string' } },
      required: ['id', 'kind'],
    });
    const { rows, variants } = fieldRowsOf({ oneOf: [variant('fines', 'plate'), variant('taxDebt', 'inn')] });
    expect(paths(rows)).toEqual(['id']);
    expect(variants.map(({ condition, rows: own }) => [condition, paths(own)])).toEqual([
      ['`kind` — `fines`', ['kind', 'plate']],
      ['`kind` — `taxDebt`', ['kind', 'inn']],
    ]);
  });
});
