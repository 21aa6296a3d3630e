import { PROBLEMS } from '../problems/docs.ts';
import type { ProblemType } from '../problems/schemas.ts';
import { answerHeader, COMMON_HEADERS, type OpenApiHeader } from './headers.ts';
import { problemsOf, type Answer, type Operation } from './operation.ts';
import type { WireSchema } from './wire.ts';

/** An answer in OpenAPI's words. */
export interface OpenApiAnswer {
  description: string;
  headers: Record<string, OpenApiHeader | { $ref: string }>;
  content?: Record<string, { schema?: WireSchema; examples?: Record<string, { value: unknown }> }>;
}

const COMMON = Object.fromEntries(
  Object.keys(COMMON_HEADERS).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
);

const QUOTA = ['RateLimit', 'RateLimit-Policy'];

/** The answer when all went well. `schema` is that of its JSON body. */
export function goodAnswer(
  { about, media, headers = {} }: Answer,
  schema: WireSchema | undefined,
): OpenApiAnswer {
  return {
    description: about,
    headers: {
      ...COMMON,
      ...Object.fromEntries(
        Object.entries(headers).map(([name, words]) => [name, answerHeader(name, true, words)]),
      ),
    },
    ...(schema && { content: { 'application/json': { schema } } }),
    ...(media !== undefined && {
      content: {
        [media]: media.startsWith('text/') ? { schema: { type: 'string', maxLength: MOST_TEXT } } : {},
      },
    }),
  };
}

/** Characters of a calendar entry, or of one connection's events. */
const MOST_TEXT = 10_000_000;

/** Headers that come with a refusal. */
const WITH: Partial<Record<ProblemType, string>> = {
  'signed-out': 'WWW-Authenticate',
  'in-flight': 'Retry-After',
  scanning: 'Retry-After',
  'too-many-tries': 'Retry-After',
  busy: 'Retry-After',
};

/** What an operation may refuse, by status: the names of the answers and the answers. Operations that refuse alike share them. */
export function problemAnswers(operation: Operation): Map<number, [name: string, answer: OpenApiAnswer]> {
  const hasBody = operation.method !== 'head';
  const types = problemsOf(operation);
  const statuses = [...new Set(types.map((type) => PROBLEMS[type][0]))].sort((a, b) => a - b);
  return new Map(
    statuses.map((status) => {
      const of = types.filter((type) => PROBLEMS[type][0] === status);
      return [status, [(hasBody ? '' : 'head-') + of.join('-or-'), problemAnswer(status, of, hasBody)]];
    }),
  );
}

function problemAnswer(status: number, types: ProblemType[], hasBody: boolean): OpenApiAnswer {
  const headers = new Set(types.map((type) => WITH[type]).filter((name) => name !== undefined));
  const isAlways = types.every((type) => WITH[type] !== undefined);
  const example = (type: ProblemType) => ({ value: { type, title: PROBLEMS[type][1], status } });
  return {
    description: `${types.map((type) => PROBLEMS[type][1]).join('. Или: ')}.`,
    headers: {
      ...COMMON,
      // Who may not ask at all is not counted.
      ...(types.includes('foreign-origin') &&
        Object.fromEntries(QUOTA.map((name) => [name, answerHeader(name, false)]))),
      ...Object.fromEntries([...headers].map((name) => [name, answerHeader(name, isAlways)])),
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

const problemSchema = (status: number, types: ProblemType[]): WireSchema => ({
  allOf: [
    { $ref: '#/components/schemas/Problem' },
    { type: 'object', properties: { type: { type: 'string', enum: types }, status: { const: status } } },
  ],
});
