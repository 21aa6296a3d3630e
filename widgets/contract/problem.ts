import * as v from 'valibot';

/** One thing wrong with one field: a JSON pointer into the request (RFC 6901) and a stable code that widgets put into words. */
export const FieldErrorSchema = v.object({
  pointer: v.string(),
  code: v.string(),
  detail: v.optional(v.string()),
});
export type FieldError = v.InferOutput<typeof FieldErrorSchema>;

/** A refusal or fault of the portal: `application/problem+json`, RFC 9457. */
export const ProblemSchema = v.object({
  type: v.string(),
  title: v.string(),
  status: v.pipe(v.number(), v.integer()),
  detail: v.optional(v.string()),
  instance: v.optional(v.string()),
  errors: v.optional(v.array(FieldErrorSchema)),
});
export type Problem = v.InferOutput<typeof ProblemSchema>;

/** What the portal refuses or fails with: `Problem.type`. More may come; a widget treats one it does not know by its status. */
export type ProblemType =
  /** 400: not JSON, not an object, cut off, a header or a query that cannot be read. */
  | 'malformed'
  /** 400: `Idempotency-Key` is missing, or is not a quoted string of at least 16 characters. */
  | 'key-missing'
  /** 401: the access token is unknown or has run out, or there is none where one is needed. */
  | 'signed-out'
  /** 403: the page's origin is not on the portal's list. */
  | 'foreign-origin'
  /** 404: there is no such thing, or it is somebody else's. */
  | 'not-found'
  /** 408: the request came too slowly. */
  | 'slow'
  /** 409, with `Retry-After`: the same request is being handled at this moment. */
  | 'in-flight'
  /** 409: the form has other questions now. */
  | 'form-changed'
  /** 409: there is nothing to rate yet. */
  | 'no-result'
  /** 409 */
  | 'already-rated'
  /** 409: the case stands where this cannot be done. */
  | 'wrong-state'
  /** 412: `If-Match` names an older version. */
  | 'stale'
  /** 412: not tus 1.0.0. */
  | 'tus-version'
  /** 413 */
  | 'too-large'
  /** 415: a kind of request, or of file, that the portal does not take. */
  | 'media-type'
  /** 422: `errors` names the fields. */
  | 'invalid'
  /** 422: the key was used for another request. */
  | 'key-reused'
  /** 429, with `Retry-After`. */
  | 'too-many-tries'
  /** 500 */
  | 'fault'
  /** 503, with `Retry-After`: overloaded, or being mended. */
  | 'busy';
