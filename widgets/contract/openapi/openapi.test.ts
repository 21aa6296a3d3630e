import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { ALTAI } from '../region/regions-for-tests.ts';
import { API, SHAPES, TAGS } from './api.ts';
import { fillRegion } from './fill-region.ts';
import { writeOpenApi, type OpenApiOperation } from './openapi.ts';
import type { Operation } from './operation.ts';
import { writeNamedSchema, propertiesOf, writeOpenApiSchema, type OpenApiSchema } from './openapi-schema.ts';

const NAMED = Object.fromEntries(Object.entries(SHAPES).map(([name, { schema }]) => [name, schema]));
const names = Object.keys(SHAPES);
const operations = Object.entries<Operation>(API);
const document = writeOpenApi(ALTAI);
const written = (id: string): OpenApiOperation => {
  const { path, method } = API[id as keyof typeof API] as Operation;
  return document.paths[path]?.[method] as OpenApiOperation;
};

describe('the OpenAPI document', () => {
  it('is the same every time', () => {
    expect(JSON.stringify(writeOpenApi(ALTAI))).toBe(JSON.stringify(document));
  });

  it('has every operation, under its own name', () => {
    const ids = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map((of) => of.operationId),
    );
    expect(ids.sort()).toEqual(Object.keys(API).sort());
  });

  it('refers to nothing that is not there', () => {
    const text = JSON.stringify(document);
    for (const [, kind = '', name = ''] of text.matchAll(/"#\/components\/(\w+)\/([^"]+)"/g))
      expect(document.components).toHaveProperty([kind, name]);
  });

  it('says of each group what it is', () => {
    for (const [id, { tag }] of operations) expect(TAGS, id).toHaveProperty(tag);
  });

  it('asks for a key where something is done once, and nowhere else', () => {
    for (const [id, { keyName }] of operations) {
      const asked = written(id).parameters.some(
        ({ name, required }) => name === 'Idempotency-Key' && required,
      );
      expect(asked, id).toBe(keyName !== undefined);
    }
  });

  it('lets nobody but the citizen in where only the citizen may ask', () => {
    for (const [id, { access }] of operations)
      expect(
        written(id).security.every((way) => 'session' in way),
        id,
      ).toBe(access === 'citizen');
  });

  it('names each response with problems by its status and their types', () => {
    const { 409: conflict } = written('createApplication').responses as Record<string, { $ref: string }>;
    expect(conflict?.$ref).toBe(
      '#/components/responses/in-flight-or-form-changed-or-service-paused-or-scanning',
    );
    const answer = document.components.responses['in-flight-or-form-changed-or-service-paused-or-scanning'];
    expect(answer?.headers['Retry-After']).toMatchObject({ required: false });
    expect(answer?.content?.['application/problem+json']?.schema?.allOf?.[1]?.properties).toMatchObject({
      type: { enum: ['in-flight', 'form-changed', 'service-paused', 'scanning'] },
      status: { const: 409 },
    });
  });

  it('sets a limit to every string, list and whole number', () => {
    const unlimited: unknown[] = [];
    JSON.stringify(document, (_, part: OpenApiSchema | null) => {
      if (part?.type === 'string' && !part.enum && part.maxLength === undefined) unlimited.push(part);
      if (part?.type === 'array' && part.maxItems === undefined) unlimited.push(part);
      if (part?.type === 'integer' && (part.minimum === undefined || part.maximum === undefined))
        unlimited.push(part);
      return part;
    });
    expect(unlimited).toEqual([]);
  });
});

describe('a shape', () => {
  it.each(operations)(
    'is named in %s, with all that is sent and answered',
    (_, { body, responses: answers }) => {
      for (const schema of [body, ...Object.values(answers).map((answer) => answer.schema)])
        if (schema)
          expect(writeOpenApiSchema(schema, NAMED).$ref ?? writeOpenApiSchema(schema, NAMED)).toBeTypeOf(
            'string',
          );
    },
  );

  it.each(names)('%s has a description of every field, and of no other', (name) => {
    const { openApiSchema, fields = {} } = SHAPES[name] as (typeof SHAPES)[string];
    const paths = [...propertiesOf(openApiSchema ?? writeNamedSchema(name, NAMED))].map(([path]) => path);
    expect(Object.keys(fields).sort()).toEqual([...new Set(paths)].sort());
  });

  it.each(names)('%s has an example that fits', (name) => {
    const { schema, example } = SHAPES[name] as (typeof SHAPES)[string];
    expect(v.safeParse(schema, fillRegion(example, ALTAI)).issues).toBeUndefined();
  });

  it('has one name', () => {
    expect(new Set(Object.values(NAMED)).size).toBe(names.length);
  });
});

describe('a schema in OpenAPI', () => {
  it('is the form before parsing', () => {
    const schema = v.pipe(
      v.string(),
      v.trim(),
      v.maxLength(40),
      v.transform((text) => text.length),
    );
    expect(writeOpenApiSchema(schema, {})).toEqual({ type: 'string', maxLength: 40 });
  });

  it('has limits everywhere, and wider whole numbers where they are asked for', () => {
    expect(writeOpenApiSchema(v.object({ list: v.array(v.pipe(v.number(), v.integer())) }), {})).toEqual({
      type: 'object',
      properties: {
        list: {
          type: 'array',
          maxItems: 1000,
          items: { type: 'integer', format: 'int32', minimum: -2147483648, maximum: 2147483647 },
        },
      },
      required: ['list'],
    });
    expect(writeOpenApiSchema(v.pipe(v.number(), v.safeInteger()), {}).format).toBe('int64');
  });

  it('is not guessed where valibot asks for what JSON Schema cannot express', () => {
    expect(() => writeOpenApiSchema(v.date(), {})).toThrow('cannot be converted');
    expect(() => writeOpenApiSchema(v.pipe(v.string(), v.regex(/x/i)), {})).toThrow('flags');
  });

  it('finds the fields of variants, lists and maps', () => {
    const schema = v.object({
      one: v.variant('kind', [
        v.object({ kind: v.literal('a'), deep: v.array(v.object({ x: v.string() })) }),
      ]),
      map: v.record(v.string(), v.object({ y: v.boolean() })),
    });
    expect([...propertiesOf(writeOpenApiSchema(schema, {}))].map(([path]) => path)).toEqual([
      'one',
      'one.kind',
      'one.deep',
      'one.deep.x',
      'map',
      'map.*.y',
    ]);
  });
});
