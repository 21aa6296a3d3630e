import * as v from 'valibot';

import { EmailSchema, InstantSchema, text } from './values.ts';

/** What a message can be about. */
export const TOPICS = ['mistake', 'idea', 'thanks', 'other'] as const;

/** `POST /v1/messages`, with an `Idempotency-Key`: a message of somebody who does not say who he is. */
export const PlainMessageInputSchema = v.object({
  topic: v.picklist(TOPICS, 'required'),
  text: text(2000),
  /** Where to write back, for who wants it. */
  email: v.optional(EmailSchema),
});
export type PlainMessageInput = v.InferInput<typeof PlainMessageInputSchema>;

/**
 * `201 Created`. Without an identified citizen it is a message and no обращение (59-ФЗ as amended by 547-ФЗ, since 30.03.2025): the
 * law sets no time for an answer.
 */
export const PlainMessageReceivedSchema = v.object({
  receivedAt: InstantSchema,
  isAppeal: v.literal(false),
  /** The same in words, and how to send an обращение. */
  note: v.string(),
});
export type PlainMessageReceived = v.InferOutput<typeof PlainMessageReceivedSchema>;

/** `POST /v1/page-feedback`, with an `Idempotency-Key`: whether a page of the catalogue was of use. */
export const PageFeedbackInputSchema = v.object({
  /** Path of the page, without query and fragment. */
  path: v.pipe(v.string('required'), v.maxLength(300, 'tooLong'), v.regex(/^\/[^?#\s]*$/, 'path')),
  useful: v.boolean('required'),
  comment: v.optional(text(1000)),
});
export type PageFeedbackInput = v.InferInput<typeof PageFeedbackInputSchema>;

/** `201 Created`. */
export const ReceivedSchema = v.object({ receivedAt: InstantSchema });
export type Received = v.InferOutput<typeof ReceivedSchema>;
