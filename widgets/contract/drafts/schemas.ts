import * as v from 'valibot';

import { AddressSchema, InstantSchema, UploadSchema, textSchema } from '../values/schemas.ts';

/** What stands in one field of a draft: nobody has checked it, and it may be half an answer. */
const DraftAnswerSchema = v.union([
  v.pipe(v.string(), v.maxLength(10_000, 'tooLong')),
  AddressSchema,
  v.pipe(v.array(UploadSchema), v.maxLength(20, 'tooMany')),
]);

/** What a citizen has typed, as it goes from one device to another. */
export const DraftContentSchema = v.object({
  /** Slug of the service. */
  service: v.pipe(v.string('required'), v.regex(/^[a-z\d]+(?:-[a-z\d]+)*$/), v.maxLength(100, 'tooLong')),
  formVersion: textSchema(100),
  answers: v.pipe(
    v.record(v.pipe(v.string(), v.regex(/^[a-z][A-Za-z\d]{0,99}$/)), DraftAnswerSchema, 'required'),
    v.maxEntries(200, 'tooMany'),
  ),
  /** The step it was left at, from 0. */
  step: v.pipe(v.number('required'), v.integer(), v.minValue(0), v.maxValue(100)),
});
export type DraftContent = v.InferOutput<typeof DraftContentSchema>;

/** A draft that the portal keeps, without what is in it. */
export const DraftSummarySchema = v.object({
  /** Made by the client. */
  id: v.pipe(v.string(), v.uuid()),
  service: DraftContentSchema.entries.service,
  /** Changes with the content: its `ETag`, without the quotes. */
  version: v.pipe(v.string(), v.regex(/^[\w-]+$/), v.maxLength(100)),
  savedAt: InstantSchema,
  /** When the portal forgets it, if nothing changes. */
  expiresAt: InstantSchema,
});
export type DraftSummary = v.InferOutput<typeof DraftSummarySchema>;

/** `GET /v1/drafts/{id}` */
export const KeptDraftSchema = v.object({ ...DraftSummarySchema.entries, ...DraftContentSchema.entries });
export type KeptDraft = v.InferOutput<typeof KeptDraftSchema>;

/** `GET /v1/drafts`, the last saved first. */
export const DraftListSchema = v.object({ items: v.pipe(v.array(DraftSummarySchema), v.maxLength(50)) });

/** Digits, and letters that look alike in both alphabets, so that neither keyboard is the wrong one. */
export const HAND_OVER_CODE_SIGNS = '0123456789ACEHKMPTXY';
const LOOKALIKES: Record<string, string> = {
  А: 'A',
  С: 'C',
  Е: 'E',
  Н: 'H',
  К: 'K',
  М: 'M',
  Р: 'P',
  Т: 'T',
  Х: 'X',
  У: 'Y',
  О: '0',
  O: '0',
};

/** The code of a hand-over, however it was typed: `7KHP-40XT`, «7кнр 40хт». */
export const HandOverCodeSchema = v.pipe(
  v.string('required'),
  v.maxLength(40, 'code'),
  v.transform((value) =>
    value
      .toUpperCase()
      .replace(/[\s\p{Pd}]/gu, '')
      .replace(/[А-ЯO]/g, (sign) => LOOKALIKES[sign] ?? sign),
  ),
  v.nonEmpty('required'),
  v.regex(new RegExp(`^[${HAND_OVER_CODE_SIGNS}]{8}$`), 'code'),
  v.transform((signs) => signs.replace(/^.{4}/, '$&-')),
);

/** `POST /v1/hand-overs/redemptions` */
export const RedemptionInputSchema = v.object({ code: HandOverCodeSchema });

/** `201 Created` to `POST /v1/hand-overs`. */
export const HandOverSchema = v.object({
  /** In two groups of four. */
  code: HandOverCodeSchema,
  /** For a QR: the page of the form, and the code in its fragment, which no server sees. */
  url: v.pipe(v.string(), v.url(), v.maxLength(500)),
  expiresAt: InstantSchema,
});
export type HandOver = v.InferOutput<typeof HandOverSchema>;
