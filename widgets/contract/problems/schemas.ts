import * as v from 'valibot';

/** An error in one field. A widget has a text for each code; it shows the text at the field. */
export const FieldErrorSchema = v.object({
  /** JSON pointer into the request body (RFC 6901): `/answers/childSnils`. */
  pointer: v.string(),
  /** What is wrong: `snilsChecksum`. A code never changes its meaning. */
  code: v.string(),
  /** What else there is to say, in Russian. */
  detail: v.optional(v.string()),
});
/** {@link FieldErrorSchema}, parsed. */
export type FieldError = v.InferOutput<typeof FieldErrorSchema>;

/** Why the portal did not do what was asked: `application/problem+json` (RFC 9457). */
export const ProblemSchema = v.object({
  /** A {@link ProblemType}, or one of a newer portal. */
  type: v.string(),
  /** The same in words, in Russian. */
  title: v.string(),
  /** HTTP status. */
  status: v.pipe(v.number(), v.integer()),
  /** What else there is to say, in Russian. */
  detail: v.optional(v.string()),
  /** Address or id of the request. */
  instance: v.optional(v.string()),
  /** With `invalid`: what is wrong in which fields. */
  errors: v.optional(v.array(FieldErrorSchema)),
  /** With `step-up-needed`: where a code can be sent. `channel` is `email` or `sms`, `sentTo` a masked address. */
  channels: v.optional(v.array(v.object({ channel: v.string(), sentTo: v.string() }))),
});
/** {@link ProblemSchema}, parsed. */
export type Problem = v.InferOutput<typeof ProblemSchema>;

/** Values of `Problem.type`. A newer portal may have more: a widget handles an unknown one by its status. */
export type ProblemType =
  /** 400: the body is not JSON, not an object or cut off; or a header or the query cannot be read. */
  | 'malformed'
  /** 400: `Idempotency-Key` is missing, or is not a quoted string of at least 16 characters. */
  | 'key-missing'
  /** 401: the access token is unknown, expired, or missing where one is needed. */
  | 'signed-out'
  /** 403: the page's origin is not on the portal's list. */
  | 'foreign-origin'
  /** 403: this needs a confirmed account at ЕСИА. */
  | 'not-confirmed'
  /**
   * 403: the code of the case is right, but this needs a step-up too (`POST …/step-ups`). `channels` says where a code can be sent; it
   * is empty if the application has neither an e-mail address nor a telephone.
   */
  | 'step-up-needed'
  /** 404: it does not exist, or it is somebody else's. */
  | 'not-found'
  /** 408: the body of the request came too slowly. */
  | 'slow'
  /** 409, with `Retry-After`: a request with the same key is being handled at this moment. */
  | 'in-flight'
  /** 409: the form has a newer version, with other questions. */
  | 'form-changed'
  /** 409: a chunk does not begin where the stored part of the file ends; a HEAD gives that offset in `Upload-Offset`. */
  | 'wrong-offset'
  /** 409, with `Retry-After`: an attached file is still being scanned. */
  | 'scanning'
  /** 409: the application has no result yet, so there is nothing to rate. */
  | 'no-result'
  /** 409: this application has been rated before. */
  | 'already-rated'
  /** 409: the state of the case does not allow this. */
  | 'wrong-state'
  /** 409: the service takes no applications for a while; `detail` says why. */
  | 'service-paused'
  /** 409: the slot has just been taken, or the citizen has another appointment at that time. */
  | 'slot-taken'
  /** 409: the citizen already has as many future appointments as the portal allows. */
  | 'appointment-limit'
  /** 412: `If-Match` names an older version: it was changed elsewhere. */
  | 'stale'
  /** 412: `Tus-Resumable` is missing or not 1.0.0. */
  | 'tus-version'
  /** 413: the body or the file is larger than the portal accepts. */
  | 'too-large'
  /** 415: the portal does not accept this media type, or this type of file. */
  | 'media-type'
  /** 422: `errors` names the fields. */
  | 'invalid'
  /** 422: the `Idempotency-Key` was used for another request before. */
  | 'key-reused'
  /** 429, with `Retry-After`: too many requests, or too many wrong codes. */
  | 'too-many-tries'
  /** 431: the address and the headers are too long. */
  | 'headers-too-large'
  /** 460 (a status of tus): a chunk does not match its `Upload-Checksum`. */
  | 'checksum'
  /** 500: a bug or failure of the portal. */
  | 'fault'
  /** 503, with `Retry-After`: the portal is overloaded or under maintenance. */
  | 'busy';
