import { PROBLEMS } from '../problems/docs.ts';
import type { ProblemType } from '../problems/schemas.ts';
import type { OpenApiResponse } from './responses.ts';
import { API } from './api.ts';
import { COMMON_HEADERS } from './headers.ts';
import { typeInWords, type FieldRow } from './field-rows.ts';
import type { OpenApiOperation } from './openapi.ts';
import { operationProblems, type Operation } from './operation.ts';

/** A refusal: its code, its HTTP status, and what it means in Russian. */
export interface ReferenceProblem {
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
export interface ReferenceOperation {
  id: string;
  method: string;
  /** With the version: `/v1/applications/{number}`. */
  path: string;
  title: string;
  about?: string | undefined;
  /** Who may ask, in Russian. */
  access: string;
  params: FieldRow[];
  query: FieldRow[];
  headers: FieldRow[];
  /** What it takes: a shape's name or a media type, in backticks, and whether it may be left out. */
  body?: string | undefined;
  responses: ToldAnswer[];
  /** What it refuses besides what every operation may. */
  problems: ReferenceProblem[];
}

const referenceProblem = (type: ProblemType): ReferenceProblem => ({
  type,
  status: PROBLEMS[type][0],
  title: PROBLEMS[type][1],
});
const OPERATIONS = Object.values<Operation>(API);

/** Every refusal; `always` are those that any operation may answer with. */
export const REFERENCE_PROBLEMS: (ReferenceProblem & { always: boolean })[] = (
  Object.keys(PROBLEMS) as ProblemType[]
).map((type) => ({
  ...referenceProblem(type),
  always: OPERATIONS.every((operation) => operationProblems(operation).includes(type)),
}));
const COMMON_PROBLEMS = new Set(REFERENCE_PROBLEMS.filter(({ always }) => always).map(({ type }) => type));

/** Tells of an operation by what it is and how the OpenAPI document says it. */
export function describeOperation(
  id: string,
  operation: Operation,
  written: OpenApiOperation,
): ReferenceOperation {
  const rows = (place: 'path' | 'query' | 'header') =>
    written.parameters
      .filter((parameter) => parameter.in === place)
      .map(({ name, required, schema, description }) => ({
        path: name,
        required,
        type: typeInWords(schema),
        about: description,
      }));
  return {
    id,
    method: operation.method.toUpperCase(),
    path: `/v1${operation.path}`,
    title: operation.title,
    about: operation.about,
    access: accessInWords(operation),
    params: rows('path'),
    query: rows('query'),
    headers: rows('header'),
    body: requestBodyInWords(written),
    responses: Object.keys(operation.responses).map((status) =>
      describeResponse(status, written.responses[status] as OpenApiResponse),
    ),
    problems: operationProblems(operation)
      .filter((type) => !COMMON_PROBLEMS.has(type))
      .map(referenceProblem)
      .sort((a, b) => a.status - b.status),
  };
}

function accessInWords({ access, headers }: Operation): string {
  if (access === 'citizen') return 'Спросить может только тот, кто вошёл.';
  return headers?.['Okno-Case-Code']
    ? 'Спросить может тот, кто знает код дела. Тому, кто вошёл и подал сам, код не нужен.'
    : 'Спросить может кто угодно: входить не нужно.';
}

const describeResponse = (
  status: string,
  { description, content, headers }: OpenApiResponse,
): ToldAnswer => ({
  status,
  about: description,
  body: bodyInWords(content),
  headers: Object.entries(headers).flatMap(([name, header]) =>
    name in COMMON_HEADERS || '$ref' in header ? [] : [{ name, about: header.description }],
  ),
});

function requestBodyInWords({ requestBody: body }: OpenApiOperation): string | undefined {
  const told = bodyInWords(body?.content);
  return told && (body?.required ? told : `${told}, можно не присылать`);
}

/** JSON is told by its shape, what else there is by its media type. */
function bodyInWords(content: OpenApiResponse['content'] = {}): string | undefined {
  const [media, of] = Object.entries(content)[0] ?? [];
  return media === 'application/json' && of?.schema ? typeInWords(of.schema) : media && `\`${media}\``;
}
