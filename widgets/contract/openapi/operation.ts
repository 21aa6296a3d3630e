import type * as v from 'valibot';

import type { ProblemType } from '../problems/schemas.ts';
import type { OpenApiSchema } from './openapi-schema.ts';

/** Name of a parameter or header → its schema. */
type SchemasByName = Record<string, v.GenericSchema>;

/** A response of the portal when all went well. */
export interface OperationResponse {
  /** What it means, in Russian. */
  about: string;
  /** The JSON body. Without it and without `mediaType` the response has no body. */
  schema?: v.GenericSchema;
  /** The media type of a body that is not JSON. */
  mediaType?: string;
  /** Headers besides those of every response: the name → what it means, in Russian. */
  headers?: Record<string, string>;
}

/** One operation of the portal. The OpenAPI document, the sandbox's router and the types of its handlers are made from it. */
export interface Operation {
  method: 'get' | 'head' | 'post' | 'put' | 'patch' | 'delete';
  /** Below `/v1`: `/applications/{number}`. */
  path: `/${string}`;
  /** Its group: a key of `TAGS`. */
  tag: string;
  /** What it does, in a few Russian words: «Подать заявление». */
  title: string;
  /** What a developer has to know besides, in Russian. */
  about?: string;
  /**
   * Who may call it: anybody, signed in or not; a citizen who has signed in; or the applicant of the case `{number}`: she has signed in,
   * or sends its code in `Okno-Case-Code` (`caseHeaders`).
   */
  access: 'anybody' | 'applicant' | 'citizen';
  /** Pages of every site may call it, also of those that the portal does not know. */
  isForAnySite?: true;
  /** Parameters in the path; all of them are required. */
  params?: SchemasByName;
  /** Parameters after `?`. An optional one is wrapped in `v.optional`. */
  query?: SchemasByName;
  /** Request headers, named as HTTP writes them: `Okno-Case-Code`. An optional one is wrapped in `v.optional`. */
  headers?: SchemasByName;
  /** The request body, a JSON object. */
  body?: v.GenericSchema;
  /** The handler parses the body, not the router: it needs more than the schema, such as the form of the service. */
  isCheckedByHandler?: true;
  /** The media type of a request body that is not JSON. */
  mediaType?: string;
  /** A body of `mediaType` may be left out. */
  isBodyOptional?: true;
  /**
   * The header `Idempotency-Key` is required; the portal does the operation once for each key. The name, with the parameters of the path
   * filled in, is the scope of the key: `applications/{number}/answers`. It never changes, whatever becomes of path and operation: a
   * portal that was upgraded would not find the keys of yesterday.
   */
  keyName?: string;
  /** The operation makes a case, and the portal knows the key as long as it keeps that case. Other keys live for `DRAFT_DAYS`. */
  keyLivesWithCase?: true;
  /** HTTP status → the response, when all went well. */
  responses: Partial<Record<200 | 201 | 202 | 204 | 304, OperationResponse>>;
  /** Problems besides those that follow from what the operation takes ({@link operationProblems}). */
  problems?: readonly ProblemType[];
}

/** A schema that has a name in the OpenAPI document, with its Russian description. */
export interface Shape {
  schema: v.GenericSchema;
  /** What it describes, in Russian. */
  about: string;
  /** Path of a field (`history.note`) → what it means, in Russian. Every field needs one. */
  fields?: Record<string, string>;
  /** A JSON value that has this shape. */
  example?: unknown;
  /** Its JSON Schema, if the one made from `schema` would be wrong: valibot transforms before it checks (СНИЛС with spaces). */
  openApiSchema?: OpenApiSchema;
}

/**
 * Gives back operations by their `operationId`. Checks their type and keeps it narrow, so that the types of handlers and paths can
 * be inferred from it.
 */
export const defineOperations = <const O extends Record<string, Operation>>(operations: O): O => operations;

/**
 * The types of all problems that an operation may respond with, each once. They follow from what it takes: with a body it may
 * be `too-large`, with parameters `not-found`; its own `problems` are added.
 */
export const operationProblems = ({
  params,
  body,
  mediaType,
  keyName,
  isForAnySite,
  problems = [],
}: Operation) => [
  ...new Set<ProblemType>([
    'malformed',
    ...(keyName ? (['key-missing'] as const) : []),
    'signed-out',
    ...(isForAnySite ? [] : (['foreign-origin'] as const)),
    ...(params ? (['not-found'] as const) : []),
    ...(body ? (['slow'] as const) : []),
    // Without a body the portal handles the request at once, so the same key cannot be in flight.
    ...(keyName && body ? (['in-flight'] as const) : []),
    ...(body || mediaType ? (['too-large', 'media-type'] as const) : []),
    ...(body ? (['invalid'] as const) : []),
    ...(keyName && body ? (['key-reused'] as const) : []),
    ...problems,
    'too-many-tries',
    'fault',
    'busy',
  ]),
];
