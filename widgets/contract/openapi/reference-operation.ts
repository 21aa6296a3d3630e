import { PROBLEMS } from '../problems/docs.ts';
import type { ProblemType } from '../problems/schemas.ts';
import type { OpenApiResponse } from './responses.ts';
import { API } from './api.ts';
import { COMMON_HEADERS } from './headers.ts';
import { typeInWords, type FieldRow } from './field-rows.ts';
import type { OpenApiOperation } from './openapi.ts';
import { operationProblems, type Operation } from './operation.ts';

/** A type of problem, as the pages for developers show it. */
export interface ReferenceProblem {
  type: ProblemType;
  /** HTTP status. */
  status: number;
  /** In Russian: «Этого сайта нет в списке портала». */
  title: string;
}

/** A successful response, as the pages for developers show it. */
interface ReferenceResponse {
  /** Three digits. */
  status: string;
  /** What it means, in Russian. */
  about: string;
  /** A shape's name or a media type, in backticks. */
  body?: string | undefined;
  /** Headers besides those of every response. */
  headers: { name: string; about: string }[];
}

/** An operation, as the pages for developers show it. */
export interface ReferenceOperation {
  /** `operationId`: `createApplication`. */
  id: string;
  /** In capitals: `POST`. */
  method: string;
  /** With the version: `/v1/applications/{number}`. */
  path: string;
  title: string;
  about?: string | undefined;
  /** Who may call it: a Russian sentence. */
  access: string;
  params: FieldRow[];
  query: FieldRow[];
  headers: FieldRow[];
  /** The request body: a shape's name or a media type, in backticks, and whether it may be left out. */
  body?: string | undefined;
  responses: ReferenceResponse[];
  /** Problems besides those that every operation may respond with, by status. */
  problems: ReferenceProblem[];
}

const referenceProblem = (type: ProblemType): ReferenceProblem => ({
  type,
  status: PROBLEMS[type][0],
  title: PROBLEMS[type][1],
});
const OPERATIONS = Object.values<Operation>(API);

/** All types of problems. Every operation may respond with those that are `always`. */
export const REFERENCE_PROBLEMS: (ReferenceProblem & { always: boolean })[] = (
  Object.keys(PROBLEMS) as ProblemType[]
).map((type) => ({
  ...referenceProblem(type),
  always: OPERATIONS.every((operation) => operationProblems(operation).includes(type)),
}));
const COMMON_PROBLEMS = new Set(REFERENCE_PROBLEMS.filter(({ always }) => always).map(({ type }) => type));

/** Describes an operation of the contract. `written` is what the OpenAPI document says of it, for the same region. */
export function describeOperation(
  id: string,
  operation: Operation,
  written: OpenApiOperation,
): ReferenceOperation {
  return {
    id,
    method: operation.method.toUpperCase(),
    path: `/v1${operation.path}`,
    title: operation.title,
    about: operation.about,
    access: accessInWords(operation),
    params: parameterRows(written, 'path'),
    query: parameterRows(written, 'query'),
    headers: parameterRows(written, 'header'),
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

/** The parameters of one kind as rows of a table. */
const parameterRows = ({ parameters }: OpenApiOperation, location: 'path' | 'query' | 'header'): FieldRow[] =>
  parameters
    .filter((parameter) => parameter.in === location)
    .map(({ name, required, schema, description }) => ({
      path: name,
      required,
      type: typeInWords(schema),
      about: description,
    }));

/** Who may call an operation: a Russian sentence. */
function accessInWords({ access, headers }: Operation): string {
  if (access === 'citizen') return 'Спросить может только тот, кто вошёл.';
  return headers?.['Okno-Case-Code']
    ? 'Спросить может тот, кто знает код дела. Тому, кто вошёл и подал сам, код не нужен.'
    : 'Спросить может кто угодно: входить не нужно.';
}

const describeResponse = (
  status: string,
  { description, content, headers }: OpenApiResponse,
): ReferenceResponse => ({
  status,
  about: description,
  body: bodyInWords(content),
  headers: Object.entries(headers).flatMap(([name, header]) =>
    name in COMMON_HEADERS || '$ref' in header ? [] : [{ name, about: header.description }],
  ),
});

/** «`ApplicationInput`», or with «, можно не присылать» if it may be left out; `undefined` without a body. */
function requestBodyInWords({ requestBody: body }: OpenApiOperation): string | undefined {
  const description = bodyInWords(body?.content);
  return description && (body?.required ? description : `${description}, можно не присылать`);
}

/** «`ApplicationInput`» for JSON, «`image/svg+xml`» for other media types; `undefined` without a body. */
function bodyInWords(content: OpenApiResponse['content'] = {}): string | undefined {
  const [mediaType, body] = Object.entries(content)[0] ?? [];
  if (mediaType === 'application/json' && body?.schema) return typeInWords(body.schema);
  return mediaType && `\`${mediaType}\``;
}
