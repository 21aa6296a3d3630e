import { PROBLEMS } from '../problems/docs.ts';
import type { ProblemType } from '../problems/schemas.ts';
import type { OpenApiAnswer } from './answers.ts';
import { API } from './api.ts';
import { COMMON_HEADERS } from './headers.ts';
import { kindOf, type Row } from './kinds.ts';
import type { OpenApiOperation } from './openapi.ts';
import { problemsOf, type Operation } from './operation.ts';

/** A refusal: its code, its HTTP status, and what it means in Russian. */
export interface Refusal {
  type: ProblemType;
  status: number;
  title: string;
}

/** What comes when all went well. */
interface ToldAnswer {
  status: string;
  about: string;
  /** A shape's name or a media type, in backticks. */
  body?: string | undefined;
  /** Those that not every answer has. */
  headers: { name: string; about: string }[];
}

/** An operation as the developers' pages tell of it. */
export interface ToldOperation {
  id: string;
  method: string;
  /** With the version: `/v1/applications/{number}`. */
  path: string;
  title: string;
  about?: string | undefined;
  /** Who may ask, in Russian. */
  who: string;
  params: Row[];
  query: Row[];
  headers: Row[];
  /** What it takes: a shape's name or a media type, in backticks, and whether it may be left out. */
  body?: string | undefined;
  answers: ToldAnswer[];
  /** What it refuses besides what every operation may. */
  refusals: Refusal[];
}

const refusal = (type: ProblemType): Refusal => ({
  type,
  status: PROBLEMS[type][0],
  title: PROBLEMS[type][1],
});
const OPERATIONS = Object.values<Operation>(API);

/** Every refusal; `always` are those that any operation may answer with. */
export const REFUSALS: (Refusal & { always: boolean })[] = (Object.keys(PROBLEMS) as ProblemType[]).map(
  (type) => ({
    ...refusal(type),
    always: OPERATIONS.every((operation) => problemsOf(operation).includes(type)),
  }),
);
const ALWAYS = new Set(REFUSALS.filter(({ always }) => always).map(({ type }) => type));

/** Tells of an operation by what it is and how the OpenAPI document says it. */
export function toldOperation(id: string, operation: Operation, written: OpenApiOperation): ToldOperation {
  const rows = (place: 'path' | 'query' | 'header') =>
    written.parameters
      .filter((parameter) => parameter.in === place)
      .map(({ name, required, schema, description }) => ({
        path: name,
        required,
        kind: kindOf(schema),
        about: description,
      }));
  return {
    id,
    method: operation.method.toUpperCase(),
    path: `/v1${operation.path}`,
    title: operation.title,
    about: operation.about,
    who: whoOf(operation),
    params: rows('path'),
    query: rows('query'),
    headers: rows('header'),
    body: takenBy(written),
    answers: Object.keys(operation.answers).map((status) =>
      toldAnswer(status, written.responses[status] as OpenApiAnswer),
    ),
    refusals: problemsOf(operation)
      .filter((type) => !ALWAYS.has(type))
      .map(refusal)
      .sort((a, b) => a.status - b.status),
  };
}

function whoOf({ access, headers }: Operation): string {
  if (access === 'citizen') return 'Спросить может только тот, кто вошёл.';
  return headers?.['Okno-Case-Code']
    ? 'Спросить может тот, кто знает код дела. Тому, кто вошёл и подал сам, код не нужен.'
    : 'Спросить может кто угодно: входить не нужно.';
}

const toldAnswer = (status: string, { description, content, headers }: OpenApiAnswer): ToldAnswer => ({
  status,
  about: description,
  body: bodyOf(content),
  headers: Object.entries(headers).flatMap(([name, header]) =>
    name in COMMON_HEADERS || '$ref' in header ? [] : [{ name, about: header.description }],
  ),
});

function takenBy({ requestBody: body }: OpenApiOperation): string | undefined {
  const told = bodyOf(body?.content);
  return told && (body?.required ? told : `${told}, можно не присылать`);
}

/** JSON is told by its shape, what else there is by its media type. */
function bodyOf(content: OpenApiAnswer['content'] = {}): string | undefined {
  const [media, of] = Object.entries(content)[0] ?? [];
  return media === 'application/json' && of?.schema ? kindOf(of.schema) : media && `\`${media}\``;
}
