import { HTTPException } from 'hono/http-exception';
import * as v from 'valibot';

import { PROBLEMS } from '../../widgets/contract/problems/docs.ts';
import type { FieldError, Problem, ProblemType } from '../../widgets/contract/problems/schemas.ts';

/** Most errors in one problem. Hostile input may have thousands of mistakes. */
const MAX_ERRORS = 100;

interface HttpProblemOptions {
  /** What the title does not say, in Russian. */
  detail?: string;
  /** The fields that are wrong. */
  errors?: FieldError[];
  /** Where a code can be sent. */
  channels?: Problem['channels'];
  /** Seconds in `Retry-After`. */
  retryAfter?: number;
  headers?: Record<string, string>;
  cause?: unknown;
}

/**
 * The portal refuses a request. It is thrown anywhere below a handler, and becomes a response of the type
 * `application/problem+json` (RFC 9457). `PROBLEMS` of the contract gives status and title for each type.
 *
 * `throw new HttpProblem('invalid', { errors: [{ pointer: '/agency', code: 'unknown' }] })` becomes 422
 * `{"type":"invalid","title":"…","status":422,"errors":[{"pointer":"/agency","code":"unknown"}]}`.
 */
export class HttpProblem extends Error {
  override name = 'HttpProblem';
  /** The body of the response. */
  readonly problem: Problem;
  /** Headers of the response besides its type. */
  readonly headers: Record<string, string>;

  constructor(
    type: ProblemType,
    { detail, errors, channels, retryAfter, headers, cause }: HttpProblemOptions = {},
  ) {
    const [status, title] = PROBLEMS[type];
    super(title, { cause });
    this.problem = {
      type,
      title,
      status,
      ...(detail !== undefined && { detail }),
      ...(errors && { errors: errors.slice(0, MAX_ERRORS) }),
      ...(channels && { channels }),
    };
    this.headers = { ...headers, ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }) };
  }
}

/** Where the parsed part stands in the request, and which problem its mistakes make. */
interface RequestPart {
  /** JSON pointer of the part within the request: `/answers`. */
  at?: string;
  /** The problem that mistakes in this part make; `invalid` without it. */
  type?: ProblemType;
}

/**
 * Parses a part of the request. Throws an `HttpProblem` that names each wrong field by a JSON pointer (RFC 6901) and a code.
 *
 * For the schema `v.object({ name: v.string() })` and `{ at: '/body' }` the input `{}` gives the error
 * `{ pointer: '/body/name', code: 'required' }`.
 */
export function parseRequestPart<S extends v.GenericSchema>(
  schema: S,
  input: unknown,
  { at = '', type = 'invalid' }: RequestPart = {},
): v.InferOutput<S> {
  const parsed = v.safeParse(schema, input);
  if (parsed.success) return parsed.output;
  throw new HttpProblem(type, { errors: parsed.issues.map((issue) => fieldError(issue, at)) });
}

/** Turns an issue of valibot into a pointer and a code. `at` is the pointer of the parsed part. */
function fieldError({ path, message, received }: v.BaseIssue<unknown>, at: string): FieldError {
  // RFC 6901 writes `~` as `~0` and `/` as `~1` within a key.
  const keys = (path ?? []).map(({ key }) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`);
  // Messages of our schemas are codes. Another message is valibot's own: the field is absent, or has a type that no widget
  // sends.
  const code = /^[a-zA-Z]+$/.test(message) ? message : received === 'undefined' ? 'required' : 'invalid';
  return { pointer: at + keys.join(''), code };
}

/**
 * Makes a problem of anything that was thrown. Hono's own 403, which comes from `csrf()`, becomes `foreign-origin`. A full disk
 * or a locked database becomes 503 `busy`. What nobody foresaw becomes 500 `fault`, with the error as its `cause`.
 */
export function toHttpProblem(error: Error): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof HTTPException && error.status === 403) return new HttpProblem('foreign-origin');
  return isStorageUnavailable(error)
    ? new HttpProblem('busy', { retryAfter: 30, cause: error })
    : new HttpProblem('fault', { cause: error });
}

/**
 * Whether the disk is full (ENOSPC, SQLITE_FULL = 13), or another process has kept the database locked for too long (SQLITE_BUSY
 * = 5).
 */
const isStorageUnavailable = (error: Error) =>
  ('code' in error && error.code === 'ENOSPC') ||
  ('errcode' in error && (error.errcode === 5 || error.errcode === 13));

/** The response that says a problem: its status, its headers, and the problem as JSON. */
export const problemResponse = ({ problem, headers }: HttpProblem): Response =>
  new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { ...headers, 'Content-Type': 'application/problem+json; charset=utf-8' },
  });
