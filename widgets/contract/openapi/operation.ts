import type * as v from 'valibot';

import type { ProblemType } from '../problems/schemas.ts';
import type { OpenApiSchema } from './openapi-schema.ts';

type Entries = Record<string, v.GenericSchema>;

/** What the portal answers when it has done what it was asked. */
export interface OperationResponse {
  /** What it means, in Russian. */
  about: string;
  /** The body as JSON; without it, and without `media`, there is no body. */
  schema?: v.GenericSchema;
  /** The media type of a body that is not JSON. */
  mediaType?: string;
  /** Headers besides those of every answer: what each means, in Russian. */
  headers?: Record<string, string>;
}

/** One thing that a widget can ask of the portal. The OpenAPI document, the sandbox's router and its types come from it. */
export interface Operation {
  method: 'get' | 'head' | 'post' | 'put' | 'patch' | 'delete';
  /** Below `/v1`: `/applications/{number}`. */
  path: `/${string}`;
  /** Name of the group that it stands in (`TAGS`). */
  tag: string;
  /** What it does, in a few Russian words. */
  title: string;
  /** What one has to know besides, in Russian. */
  about?: string;
  /** Who may ask: anybody, signed in or not; or only the citizen who has signed in. */
  access: 'anybody' | 'citizen';
  params?: Entries;
  query?: Entries;
  /** Header names as HTTP writes them: `Okno-Case-Code`. An optional one is wrapped in `v.optional`. */
  headers?: Entries;
  /** The body, a JSON object. */
  body?: v.GenericSchema;
  /** The portal checks the body by more than its schema (by a form), so the router leaves it to the handler. */
  isCheckedByHandler?: true;
  /** The media type of a body that is not JSON. */
  mediaType?: string;
  /** That body may be left out. */
  isBodyOptional?: true;
  /** Done once for each `Idempotency-Key`, which is asked for. */
  needsIdempotencyKey?: true;
  responses: Partial<Record<200 | 201 | 202 | 204 | 304, OperationResponse>>;
  /** What it refuses, besides what every operation may (`commonProblems`). */
  problems?: readonly ProblemType[];
}

/** A shape that has a name in the OpenAPI document. */
export interface Shape {
  schema: v.GenericSchema;
  /** What it is, in Russian. */
  about: string;
  /** What each field is, in Russian, by its path: `history.note`. */
  fields?: Record<string, string>;
  example?: unknown;
  /** How it is written on the wire, where valibot parses it in ways that JSON Schema cannot name. */
  openApiSchema?: OpenApiSchema;
}

/** Operations by their ids (`operationId`), kept as narrow as they were written. */
export const defineOperations = <const O extends Record<string, Operation>>(named: O): O => named;

/** What an operation may refuse because of what it takes; its own `problems` come besides. */
export const operationProblems = ({
  params,
  body,
  mediaType,
  needsIdempotencyKey,
  problems = [],
}: Operation) => [
  ...new Set<ProblemType>([
    'malformed',
    ...(needsIdempotencyKey ? (['key-missing'] as const) : []),
    'signed-out',
    'foreign-origin',
    ...(params ? (['not-found'] as const) : []),
    ...(body ? (['slow'] as const) : []),
    // Without a body nothing is waited for: nobody comes in between.
    ...(needsIdempotencyKey && body ? (['in-flight'] as const) : []),
    ...(body || mediaType ? (['too-large', 'media-type'] as const) : []),
    ...(body ? (['invalid'] as const) : []),
    ...(needsIdempotencyKey && body ? (['key-reused'] as const) : []),
    ...problems,
    'too-many-tries',
    'fault',
    'busy',
  ]),
];
