import * as v from 'valibot';

import { AnyWordSchema } from '../values/schemas.ts';

/** Kinds of notices about a case. `news`: every other letter and move. */
export const NOTICE_KINDS = [
  'registered',
  'question',
  'invoice',
  'visit',
  'refusal',
  'result',
  'overdue',
  'news',
] as const;
const NoticeKindSchema = v.picklist(NOTICE_KINDS);
/** One of {@link NOTICE_KINDS}. */
export type NoticeKind = v.InferOutput<typeof NoticeKindSchema>;

/** Body of `PUT /v1/applications/{number}/notices`: which kinds are sent by which way. The case itself shows all of them. */
export const NoticePreferencesInputSchema = v.object({
  /** Needs an e-mail address in the application, as `sms` needs a telephone. */
  email: v.pipe(v.array(NoticeKindSchema, 'required'), v.maxLength(NOTICE_KINDS.length, 'tooMany')),
  sms: v.pipe(v.array(NoticeKindSchema, 'required'), v.maxLength(NOTICE_KINDS.length, 'tooMany')),
  /** No SMS from 21:00 to 9:00 in the region: they are sent in the morning. */
  quietAtNight: v.boolean('required'),
});
/** {@link NoticePreferencesInputSchema}, parsed. */
export type NoticePreferencesInput = v.InferOutput<typeof NoticePreferencesInputSchema>;

const AnyKindsSchema = v.array(AnyWordSchema);

/** Response of `GET` and `PUT /v1/applications/{number}/notices`. */
export const NoticePreferencesSchema = v.object({
  ...NoticePreferencesInputSchema.entries,
  /** {@link NOTICE_KINDS}, and those of a newer portal, which go back to it as they came. */
  email: AnyKindsSchema,
  sms: AnyKindsSchema,
  /** Where notices go to, masked; absent if the application has no such address. */
  sentTo: v.object({ email: v.optional(v.string()), sms: v.optional(v.string()) }),
});
/** {@link NoticePreferencesSchema}, parsed. */
export type NoticePreferences = v.InferOutput<typeof NoticePreferencesSchema>;
