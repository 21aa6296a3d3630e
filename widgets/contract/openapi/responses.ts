import { PROBLEMS } from '../problems/docs.ts';
import type { ProblemType } from '../problems/schemas.ts';
import { responseHeader, COMMON_HEADERS, type OpenApiHeader } from './headers.ts';
import { operationProblems, type OperationResponse, type Operation } from './operation.ts';
import type { OpenApiSchema } from './openapi-schema.ts';

/** An answer in OpenAPI's words. */
export interface OpenApiResponse {
  description: string;
  headers: Record<string, OpenApiHeader | { $ref: string }>;
  content?: Record<string, { schema?: OpenApiSchema; examples?: Record<string, { value: unknown }> }>;
}

const COMMON_HEADER_REFS = Object.fromEntries(
  Object.keys(COMMON_HEADERS).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
);

const QUOTA_HEADERS = ['RateLimit', 'RateLimit-Policy'];

/** The answer when all went well. `schema` is that of its JSON body. */
export function writeSuccessResponse(
  { about, mediaType, headers = {} }: OperationResponse,
  schema: OpenApiSchema | undefined,
): OpenApiResponse {
  return {
    description: about,
    headers: {
      ...COMMON_HEADER_REFS,
      ...Object.fromEntries(
        Object.entries(headers).map(([name, words]) => [name, responseHeader(name, true, words)]),
      ),
    },
    ...(schema && { content: { 'application/json': { schema } } }),
    ...(mediaType !== undefined && {
      content: {
        [mediaType]: mediaType.startsWith('text/')
          ? { schema: { type: 'string', maxLength: MAX_TEXT_LENGTH } }
          : {},
      },
    }),
  };
}

/** Characters of a calendar entry, or of one connection's events. */
const MAX_TEXT_LENGTH = 10_000_000;

/** Headers that come with a refusal. */
const HEADER_OF_PROBLEM: Partial<Record<ProblemType, string>> = {
  'signed-out': 'WWW-Authenticate',
  'in-flight': 'Retry-After',
  scanning: 'Retry-After',
  'too-many-tries': 'Retry-After',
  busy: 'Retry-After',
};

/** What an operation may refuse, by status: the names of the answers and the answers. Operations that refuse alike share them. */
export function writeProblemResponses(
  operation: Operation,
): Map<number, [name: string, answer: OpenApiResponse]> {
  const hasBody = operation.method !== 'head';
  const types = operationProblems(operation);
  const statuses = [...new Set(types.map((type) => PROBLEMS[type][0]))].sort((a, b) => a - b);
  return new Map(
    statuses.map((status) => {
      const of = types.filter((type) => PROBLEMS[type][0] === status);
      return [
        status,
        [(hasBody ? '' : 'head-') + of.join('-or-'), writeProblemResponse(status, of, hasBody)],
      ];
    }),
  );
}

function writeProblemResponse(status: number, types: ProblemType[], hasBody: boolean): OpenApiResponse {
  const headers = new Set(types.map((type) => HEADER_OF_PROBLEM[type]).filter((name) => name !== undefined));
  const isAlways = types.every((type) => HEADER_OF_PROBLEM[type] !== undefined);
  const example = (type: ProblemType) => ({ value: { type, title: PROBLEMS[type][1], status } });
  return {
    description: `${types.map((type) => PROBLEMS[type][1]).join('. Или: ')}.`,
    headers: {
      ...COMMON_HEADER_REFS,
      // Who may not ask at all is not counted.
      ...(types.includes('foreign-origin') &&
        Object.fromEntries(QUOTA_HEADERS.map((name) => [name, responseHeader(name, false)]))),
      ...Object.fromEntries([...headers].map((name) => [name, responseHeader(name, isAlways)])),
    },
    ...(hasBody && {
      content: {
        'application/problem+json': {
          schema: problemSchema(status, types),
          examples: Object.fromEntries(types.map((type) => [type, example(type)])),
        },
      },
    }),
  };
}

const problemSchema = (status: number, types: ProblemType[]): OpenApiSchema => ({
  allOf: [
    { $ref: '#/components/schemas/Problem' },
    { type: 'object', properties: { type: { type: 'string', enum: types }, status: { const: status } } },
  ],
});
