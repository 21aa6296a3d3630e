import { PROBLEMS } from '../problems/docs.ts';
import type { ProblemType } from '../problems/schemas.ts';
import { responseHeader, COMMON_HEADERS, type OpenApiHeader } from './headers.ts';
import { operationProblems, type OperationResponse, type Operation } from './operation.ts';
import type { OpenApiSchema } from './openapi-schema.ts';

/** A Response Object of OpenAPI 3.1. */
export interface OpenApiResponse {
  description: string;
  headers: Record<string, OpenApiHeader | { $ref: string }>;
  content?: Record<string, { schema?: OpenApiSchema; examples?: Record<string, { value: unknown }> }>;
}

/** References to the headers of every response. */
const COMMON_HEADER_REFS = Object.fromEntries(
  Object.keys(COMMON_HEADERS).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
);

/** The headers that say how many requests are still allowed. */
const QUOTA_HEADERS = ['RateLimit', 'RateLimit-Policy'];

/** Writes a successful response. `schema` is that of its JSON body, if it has one. */
export function writeSuccessResponse(
  { about, mediaType, headers = {} }: OperationResponse,
  schema: OpenApiSchema | undefined,
): OpenApiResponse {
  return {
    description: about,
    headers: {
      ...COMMON_HEADER_REFS,
      ...Object.fromEntries(
        Object.entries(headers).map(([name, about]) => [name, responseHeader(name, true, about)]),
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

/** Longest text body in characters: a calendar entry, a file of the agency, or all events of one stream. */
const MAX_TEXT_LENGTH = 10_000_000;

/** Type of a problem → the header that comes with it. */
const HEADER_OF_PROBLEM: Partial<Record<ProblemType, string>> = {
  'signed-out': 'WWW-Authenticate',
  'in-flight': 'Retry-After',
  scanning: 'Retry-After',
  'too-many-tries': 'Retry-After',
  busy: 'Retry-After',
};

/**
 * Writes the problems of an operation: HTTP status → name and response. The name lists the types (`malformed-or-key-missing`), so
 * operations with the same problems share a response. A response to HEAD has no body and a name of its own (`head-not-found`).
 */
export function writeProblemResponses(
  operation: Operation,
): Map<number, [name: string, response: OpenApiResponse]> {
  const hasBody = operation.method !== 'head';
  const types = operationProblems(operation);
  const statuses = [...new Set(types.map((type) => PROBLEMS[type][0]))].sort((a, b) => a - b);
  return new Map(
    statuses.map((status) => {
      const typesOfStatus = types.filter((type) => PROBLEMS[type][0] === status);
      const name = (hasBody ? '' : 'head-') + typesOfStatus.join('-or-');
      return [status, [name, writeProblemResponse(status, typesOfStatus, hasBody)]];
    }),
  );
}

/** Writes the response of one status. A header is required if it comes with each of the types. */
function writeProblemResponse(status: number, types: ProblemType[], hasBody: boolean): OpenApiResponse {
  const problemHeaders = new Set(
    types.map((type) => HEADER_OF_PROBLEM[type]).filter((name) => name !== undefined),
  );
  const hasEveryTypeHeader = types.every((type) => HEADER_OF_PROBLEM[type] !== undefined);
  const exampleOf = (type: ProblemType) => ({ value: { type, title: PROBLEMS[type][1], status } });
  return {
    description: `${types.map((type) => PROBLEMS[type][1]).join('. Или: ')}.`,
    headers: {
      ...COMMON_HEADER_REFS,
      // The portal does not count requests of a foreign origin, so their response has no quota.
      ...(types.includes('foreign-origin') &&
        Object.fromEntries(QUOTA_HEADERS.map((name) => [name, responseHeader(name, false)]))),
      ...Object.fromEntries(
        [...problemHeaders].map((name) => [name, responseHeader(name, hasEveryTypeHeader)]),
      ),
    },
    ...(hasBody && {
      content: {
        'application/problem+json': {
          schema: problemSchema(status, types),
          examples: Object.fromEntries(types.map((type) => [type, exampleOf(type)])),
        },
      },
    }),
  };
}

/** The shape `Problem`, with only these types and this status. */
const problemSchema = (status: number, types: ProblemType[]): OpenApiSchema => ({
  allOf: [
    { $ref: '#/components/schemas/Problem' },
    { type: 'object', properties: { type: { type: 'string', enum: types }, status: { const: status } } },
  ],
});
