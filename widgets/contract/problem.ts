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
