import * as v from 'valibot';

import { AddressSchema, InstantSchema, UploadSchema, textSchema } from '../values/schemas.ts';

/** The value of one field of a draft. Nobody has checked it, and it may be incomplete: «06.05.20». */
const DraftAnswerSchema = v.union([
  v.pipe(v.string(), v.maxLength(10_000, 'tooLong')),
  AddressSchema,
  v.pipe(v.array(UploadSchema), v.maxLength(20, 'tooMany')),
]);

/** The content of a draft: what a citizen has typed and not sent. Body of `PUT /v1/drafts/{id}` and of `POST /v1/hand-overs`. */
export const DraftContentSchema = v.object({
  /** Slug of the service: `detskiy-sad`. */
  service: v.pipe(v.string('required'), v.regex(/^[a-z\d]+(?:-[a-z\d]+)*$/), v.maxLength(100, 'tooLong')),
  /** Version of the form that is being filled in. */
  formVersion: textSchema(100),
  /** Name of a field → its value. */
  answers: v.pipe(
    v.record(v.pipe(v.string(), v.regex(/^[a-z][A-Za-z\d]{0,99}$/)), DraftAnswerSchema, 'required'),
    v.maxEntries(200, 'tooMany'),
  ),
  /** Index of the current step, from 0. */
  step: v.pipe(v.number('required'), v.integer(), v.minValue(0), v.maxValue(100)),
});
/** {@link DraftContentSchema}, parsed. */
export type DraftContent = v.InferOutput<typeof DraftContentSchema>;

/** A draft that the portal stores, without its content. */
export const DraftSummarySchema = v.object({
  /** A UUID that the widget has generated. */
  id: v.pipe(v.string(), v.uuid()),
  service: DraftContentSchema.entries.service,
  /** Changes with the content: the `ETag` without its quotes. */
  version: v.pipe(v.string(), v.regex(/^[\w-]+$/), v.maxLength(100)),
  savedAt: InstantSchema,
  /** When the portal deletes it, if it is not changed before. */
  expiresAt: InstantSchema,
});
/** {@link DraftSummarySchema}, parsed. */
export type DraftSummary = v.InferOutput<typeof DraftSummarySchema>;

/** Response of `GET /v1/drafts/{id}`: a draft that the portal stores. */
export const KeptDraftSchema = v.object({ ...DraftSummarySchema.entries, ...DraftContentSchema.entries });
/** {@link KeptDraftSchema}, parsed. */
export type KeptDraft = v.InferOutput<typeof KeptDraftSchema>;

/** Response of `GET /v1/drafts`, the last saved first. */
export const DraftListSchema = v.object({ items: v.pipe(v.array(DraftSummarySchema), v.maxLength(50)) });

/** Minutes for which a draft waits for the other device. */
export const HAND_OVER_MINUTES = 15;

/**
 * Characters of a hand-over code: digits, and letters that look the same in Latin and Cyrillic, so either keyboard layout works.
 */
export const HAND_OVER_CODE_SIGNS = '0123456789ACEHKMPTXY';
/**
 * Letter that may be typed, mostly Cyrillic → the character of a code that it means. The letter O is in no code, so it means zero.
 */
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

/**
 * The code of a hand-over, parsed to three groups of four characters. The portal never gets it: the devices derive from it where the draft
 * lies and the key that opens it (`widgets/portal/hand-over.ts`).
 *
 * @example v.parse(HandOverCodeSchema, '7кнр 4охт 9мас') // '7KHP-40XT-9MAC'
 */
export const HandOverCodeSchema = v.pipe(
  v.string('required'),
  v.maxLength(40, 'code'),
  v.transform((value) =>
    value
      .toUpperCase()
      .replace(/[\s\p{Pd}]/gu, '')
      .replace(/[А-ЯO]/g, (character) => LOOKALIKES[character] ?? character),
  ),
  v.nonEmpty('required'),
  v.regex(new RegExp(`^[${HAND_OVER_CODE_SIGNS}]{12}$`), 'code'),
  v.transform((characters) => characters.replace(/.{4}(?=.)/g, '$&-')),
);

const LocatorSchema = v.pipe(v.string('required'), v.regex(/^[\w-]{22}$/, 'code'));

/** Body of `POST /v1/hand-overs`: a draft that only the other device can open. */
export const HandOverInputSchema = v.object({
  /** Where it lies: 128 bits in base64url. */
  locator: LocatorSchema,
  /** The draft, encrypted on the device; base64url. */
  sealed: v.pipe(v.string('required'), v.regex(/^[\w-]+$/), v.maxLength(400_000, 'tooLong')),
});

/** Response `201` to `POST /v1/hand-overs`: until when the draft waits. */
export const HandOverSchema = v.object({ expiresAt: InstantSchema });
/** {@link HandOverSchema}, parsed. */
export type HandOver = v.InferOutput<typeof HandOverSchema>;

/** Body of `POST /v1/hand-overs/redemptions`: where the draft lies. */
export const RedemptionInputSchema = v.object({ locator: LocatorSchema });
/** Response `201` to it: the draft as it came. */
export const RedemptionSchema = v.object({ sealed: HandOverInputSchema.entries.sealed });
