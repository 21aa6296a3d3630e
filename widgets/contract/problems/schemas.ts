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
  /** 403: the account at ЕСИА is not confirmed, and this needs one that is. */
  | 'not-confirmed'
  /** 404: there is no such thing, or it is somebody else's. */
  | 'not-found'
  /** 408: the request came too slowly. */
  | 'slow'
  /** 409, with `Retry-After`: the same request is being handled at this moment. */
  | 'in-flight'
  /** 409: the form has other questions now. */
  | 'form-changed'
  /** 409: a piece of a file begins elsewhere than the portal's end of it; `Upload-Offset` of a HEAD says where that is. */
  | 'wrong-offset'
  /** 409, with `Retry-After`: a file that goes with it is still being scanned. */
  | 'scanning'
  /** 409: there is nothing to rate yet. */
  | 'no-result'
  /** 409 */
  | 'already-rated'
  /** 409: the case stands where this cannot be done. */
  | 'wrong-state'
  /** 409: the service takes no applications for a while; `detail` says why. */
  | 'service-paused'
  /** 409: this time has just been taken, or the citizen is expected elsewhere then. */
  | 'slot-taken'
  /** 409: the citizen has as many appointments as one may have. */
  | 'appointment-limit'
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
  /** 431: address and headers together are longer than the portal reads. */
  | 'headers-too-large'
  /** 460, as tus has it: a piece of a file is not what its `Upload-Checksum` says. */
  | 'checksum'
  /** 500 */
  | 'fault'
  /** 503, with `Retry-After`: overloaded, or being mended. */
  | 'busy';
