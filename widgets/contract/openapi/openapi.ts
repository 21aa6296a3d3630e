import type * as v from 'valibot';

import type { Region } from '../region/schemas.ts';
import { goodAnswer, problemAnswers, type OpenApiAnswer } from './answers.ts';
import { API, TAGS } from './api.ts';
import { fillRegion } from './fill-region.ts';
import { answerHeader, COMMON_HEADERS, requestHeader, type OpenApiHeader } from './headers.ts';
import { INFO, SECURITY, SERVERS } from './info.ts';
import { NAMED, reachedShapes } from './named-shapes.ts';
import type { Answer, Operation } from './operation.ts';
import { PARAMETERS } from './parameters.ts';
import { wireSchema, type WireSchema } from './wire.ts';

interface OpenApiParameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description: string;
  schema: WireSchema;
}

export interface OpenApiOperation {
  operationId: string;
  tags: [string];
  summary: string;
  description: string;
  security: Record<string, never[]>[];
  parameters: OpenApiParameter[];
  requestBody?: { required: boolean; content: Record<string, { schema?: WireSchema }> };
  responses: Record<string, OpenApiAnswer | { $ref: string }>;
}

/** The contract as an OpenAPI 3.1 document. */
export interface OpenApi {
  openapi: string;
  info: typeof INFO;
  servers: typeof SERVERS;
  tags: { name: string; 'x-displayName': string; description: string }[];
  paths: Record<string, Record<string, OpenApiOperation>>;
  components: {
    securitySchemes: typeof SECURITY;
    schemas: Record<string, WireSchema>;
    responses: Record<string, OpenApiAnswer>;
    headers: Record<string, OpenApiHeader>;
  };
}

const OPERATIONS = Object.entries<Operation>(API);

/** Writes the contract of a region's portal as an OpenAPI document: the same one every time. */
export const openApi = (region: Region): OpenApi => fillRegion(writeContract(), region);

function writeContract(): OpenApi {
  const paths: OpenApi['paths'] = {};
  const responses: Record<string, OpenApiAnswer> = {};
  for (const [id, operation] of OPERATIONS) {
    for (const [name, answer] of problemAnswers(operation).values()) responses[name] = answer;
    (paths[operation.path] ??= {})[operation.method] = writeOperation(id, operation);
  }
  return {
    openapi: '3.1.1',
    info: INFO,
    servers: SERVERS,
    tags: Object.entries(TAGS)
      .filter(([name]) => OPERATIONS.some(([, { tag }]) => tag === name))
      .map(([name, { title, about }]) => ({ name, 'x-displayName': title, description: about })),
    paths,
    components: {
      securitySchemes: SECURITY,
      schemas: reachedShapes([paths, responses]),
      responses,
      headers: mapEntries(COMMON_HEADERS, (required, name) => answerHeader(name, required)),
    },
  };
}

function writeOperation(id: string, operation: Operation): OpenApiOperation {
  const problems = [...problemAnswers(operation)];
  return {
    operationId: id,
    tags: [operation.tag],
    summary: operation.title,
    description: operation.about ?? `${operation.title}.`,
    security: securityOf(operation),
    parameters: parametersOf(operation),
    ...bodyOf(operation),
    responses: {
      ...mapEntries(operation.answers as Record<string, Answer>, (answer) =>
        goodAnswer(answer, answer.schema && wireSchema(answer.schema, NAMED)),
      ),
      ...Object.fromEntries(
        problems.map(([status, [name]]) => [status, { $ref: `#/components/responses/${name}` }]),
      ),
    },
  };
}

const mapEntries = <V, W>(of: Record<string, V>, map: (value: V, key: string) => W): Record<string, W> =>
  Object.fromEntries(Object.entries(of).map(([key, value]) => [key, map(value, key)]));

function securityOf({ access, headers }: Operation): OpenApiOperation['security'] {
  if (access === 'citizen') return [{ session: [] }];
  return [headers?.['Okno-Case-Code'] ? { caseCode: [] } : {}, { session: [] }];
}

function parametersOf({ params, query, headers, once }: Operation): OpenApiParameter[] {
  const within = (place: 'path' | 'query', entries: Record<string, v.GenericSchema> = {}) =>
    Object.entries(entries).map(([name, schema]) => ({
      name,
      in: place,
      required: schema.type !== 'optional',
      description: parameter(name),
      schema: wireSchema(schema, NAMED),
    }));
  return [
    ...within('path', params),
    ...within('query', query),
    ...(once ? [requestHeader('Idempotency-Key', true)] : []),
    ...Object.entries(headers ?? {}).map(([name, schema]) =>
      requestHeader(name, schema.type !== 'optional', wireSchema(schema, NAMED)),
    ),
  ];
}

function parameter(name: string): string {
  const words = PARAMETERS[name];
  if (words === undefined)
    throw new Error(`The contract has no words for the parameter ${name}: parameters.ts`);
  return words;
}

function bodyOf({ body, media, mediaOptional }: Operation): Pick<OpenApiOperation, 'requestBody'> {
  if (body)
    return {
      requestBody: { required: true, content: { 'application/json': { schema: wireSchema(body, NAMED) } } },
    };
  return media === undefined ? {} : { requestBody: { required: !mediaOptional, content: { [media]: {} } } };
}
