import type * as v from 'valibot';

import { requestHeader } from './headers.ts';
import { NAMED_SCHEMAS } from './named-shapes.ts';
import { writeOpenApiSchema, type OpenApiSchema } from './openapi-schema.ts';
import type { Operation } from './operation.ts';

/** Parameter of a path or query → what it means, in Russian. A name means the same in every operation. */
const PARAMETER_DESCRIPTIONS: Record<string, string> = {
  number: 'Номер дела.',
  message: 'Какое письмо: его id.',
  file: 'Какой файл: его id.',
  stepUp: 'Какое подтверждение: его id.',
  after: 'Что пришло в `next` прошлого ответа: с этого места список продолжится.',
  id: 'Идентификатор.',
  slug: 'Короткое имя: из него состоит адрес в каталоге.',
  office: 'Короткое имя ведомства.',
  uin: 'УИН счёта.',
  from: 'С какого дня искать. Без него — с сегодняшнего.',
  days: 'За сколько дней, от 1 до 31.',
  limit: 'Сколько записей прислать самое большее.',
};

/** A Parameter Object of OpenAPI 3.1. */
export interface OpenApiParameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description: string;
  schema: OpenApiSchema;
}

/** Writes the parameters of an operation: in the path, in the query, request headers. */
export function writeParameters({ params, query, headers, keyName }: Operation): OpenApiParameter[] {
  const parametersIn = (location: 'path' | 'query', entries: Record<string, v.GenericSchema> = {}) =>
    Object.entries(entries).map(([name, schema]) => ({
      name,
      in: location,
      required: schema.type !== 'optional',
      description: parameterDescription(name),
      schema: writeOpenApiSchema(schema, NAMED_SCHEMAS),
    }));
  return [
    ...parametersIn('path', params),
    ...parametersIn('query', query),
    ...(keyName ? [requestHeader('Idempotency-Key', true)] : []),
    ...Object.entries(headers ?? {}).map(([name, schema]) =>
      requestHeader(name, schema.type !== 'optional', writeOpenApiSchema(schema, NAMED_SCHEMAS)),
    ),
  ];
}

/** The Russian description of a path or query parameter. Throws if there is none. */
function parameterDescription(name: string): string {
  const description = PARAMETER_DESCRIPTIONS[name];
  if (description === undefined)
    throw new Error(`The contract has no words for the parameter ${name}: parameters.ts`);
  return description;
}
