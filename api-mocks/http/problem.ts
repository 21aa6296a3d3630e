import { HTTPException } from 'hono/http-exception';
import * as v from 'valibot';

import { PROBLEMS } from '../../widgets/contract/problems/docs.ts';
import type { FieldError, Problem, ProblemType } from '../../widgets/contract/problems/schemas.ts';

/** Hostile input may have thousands of mistakes; nobody reads more than these. */
const MAX_ERRORS = 100;

interface HttpProblemOptions {
  /** What the title does not say, in Russian. */
  detail?: string;
  errors?: FieldError[];
  /** `Retry-After`, in seconds. */
  retryAfter?: number;
  headers?: Record<string, string>;
  cause?: unknown;
}

/** The portal will not do it. Thrown anywhere, answered as `application/problem+json` (RFC 9457). */
export class HttpProblem extends Error {
  override name = 'Refusal';
  readonly problem: Problem;
  readonly headers: Record<string, string>;

  constructor(type: ProblemType, { detail, errors, retryAfter, headers, cause }: HttpProblemOptions = {}) {
    const [status, title] = PROBLEMS[type];
    super(title, { cause });
    this.problem = {
      type,
      title,
      status,
      ...(detail !== undefined && { detail }),
      ...(errors && { errors: errors.slice(0, MAX_ERRORS) }),
    };
    this.headers = { ...headers, ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }) };
  }
}

interface RequestPart {
  /** Where the part stands in the request, as a JSON pointer. */
  at?: string;
  /** What a request with mistakes in it is refused as. */
  type?: ProblemType;
}

/** Parses a part of the request; refuses it with one error for each field. */
export function parseRequestPart<S extends v.GenericSchema>(
  schema: S,
  input: unknown,
  { at = '', type = 'invalid' }: RequestPart = {},
): v.InferOutput<S> {
  const parsed = v.safeParse(schema, input);
  if (parsed.success) return parsed.output;
  throw new HttpProblem(type, { errors: parsed.issues.map((issue) => fieldError(issue, at)) });
}

function fieldError({ path, message, received }: v.BaseIssue<unknown>, at: string): FieldError {
  const steps = (path ?? []).map(({ key }) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`);
  // A message that is not a code is valibot's own: a field is absent, or is of a kind that no widget of ours sends.
  const code = /^[a-zA-Z]+$/.test(message) ? message : received === 'undefined' ? 'required' : 'invalid';
  return { pointer: at + steps.join(''), code };
}

/** What was thrown, as a refusal; a `fault` where nobody foresaw it. */
export function toHttpProblem(error: Error): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof HTTPException && error.status === 403) return new HttpProblem('foreign-origin');
  return isOutOfSpace(error)
    ? new HttpProblem('busy', { retryAfter: 30, cause: error })
    : new HttpProblem('fault', { cause: error });
}

/** The disk is full, or the database is held by another process for too long (SQLITE_BUSY, SQLITE_FULL). */
const isOutOfSpace = (error: Error) =>
  ('code' in error && error.code === 'ENOSPC') ||
  ('errcode' in error && (error.errcode === 5 || error.errcode === 13));

export const problemResponse = ({ problem, headers }: HttpProblem): Response =>
  new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { ...headers, 'Content-Type': 'application/problem+json; charset=utf-8' },
  });
