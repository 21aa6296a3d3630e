import * as v from 'valibot';

import { DaySchema, InnSchema, InstantSchema } from '../values/schemas.ts';

/** Latin letters that look like the twelve Cyrillic ones of number plates (ГОСТ Р 50577-2018). */
const LOOKALIKES: Record<string, string> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
};

/** A car's number plate as `А123ВС22`, however it was typed. */
export const PlateSchema = v.pipe(
  v.string('required'),
  v.transform((typed) =>
    typed
      .replace(/[\s\p{Pd}]/gu, '')
      .toUpperCase()
      .replace(/[A-Z]/g, (letter) => LOOKALIKES[letter] ?? letter),
  ),
  v.nonEmpty('required'),
  v.regex(/^[АВЕКМНОРСТУХ]\d{3}[АВЕКМНОРСТУХ]{2}\d{2,3}$/, 'plate'),
);

/** A driving licence: series and number, ten digits, however they were typed. */
export const LicenceSchema = v.pipe(
  v.string('required'),
  v.transform((typed) => typed.replace(/[\s№\p{Pd}]/gu, '')),
  v.nonEmpty('required'),
  v.regex(/^\d{10}$/, 'licence'),
);

/** What can be asked, and is answered within seconds. */
export type InstantKind =
  'fines' | 'taxDebt' | 'pensionAccount' | 'enforcementProceedings' | 'signatureCheck';

/** `POST /v1/instant-requests`, with an `Idempotency-Key`. Whose account and whose proceedings: the session says it. */
export const InstantInputSchema = v.variant(
  'kind',
  [
    v.object({ kind: v.literal('fines'), plate: PlateSchema, licence: v.optional(LicenceSchema) }),
    v.object({ kind: v.literal('taxDebt'), inn: InnSchema }),
    v.object({ kind: v.literal('pensionAccount') }),
    v.object({ kind: v.literal('enforcementProceedings') }),
    /** `upload`: the id of a signed file that the portal has stored. */
    v.object({ kind: v.literal('signatureCheck'), upload: v.pipe(v.string('required'), v.uuid('file')) }),
  ],
  'required',
);
/** The same after parsing. */
export type InstantOutput = v.InferOutput<typeof InstantInputSchema>;

/** Kopecks. */
const MoneySchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** An answer that is being prepared, or is there: then it has its `result`. */
const COMMON = {
  id: v.pipe(v.string(), v.uuid()),
  state: v.picklist(['preparing', 'ready']),
  requestedAt: InstantSchema,
  readyAt: v.optional(InstantSchema),
  /** What one has to know of the answer: that it is invented, say. */
  note: v.optional(v.string()),
};

const RESULTS = {
  fines: v.object({
    /** Kopecks, all together. */
    total: MoneySchema,
    items: v.array(
      v.object({
        order: v.string(),
        article: v.string(),
        amount: MoneySchema,
        issuedOn: DaySchema,
        /** The last day on which less is enough (КоАП, art. 32.2, part 1.3). */
        discountUntilOn: v.optional(DaySchema),
      }),
    ),
  }),
  taxDebt: v.object({
    total: MoneySchema,
    items: v.array(v.object({ tax: v.string(), amount: MoneySchema, dueOn: DaySchema })),
  }),
  pensionAccount: v.object({
    /** Individual pension coefficient, «баллы». */
    points: v.pipe(v.number(), v.minValue(0)),
    /** Whole years of insured work. */
    workYears: v.pipe(v.number(), v.integer(), v.minValue(0)),
    countedOn: DaySchema,
  }),
  enforcementProceedings: v.object({
    items: v.array(
      v.object({
        number: v.string(),
        subject: v.string(),
        amount: MoneySchema,
        startedOn: DaySchema,
        department: v.string(),
      }),
    ),
  }),
  signatureCheck: v.object({
    valid: v.boolean(),
    /** Who has signed, where the signature is good. */
    signer: v.optional(v.string()),
    /** Why it is not. */
    reason: v.optional(v.string()),
  }),
};

const answer = <K extends InstantKind>(kind: K) =>
  v.object({ ...COMMON, kind: v.literal(kind), result: v.optional(RESULTS[kind]) });

/** `200`: the answer is there. `202`, and then `GET /v1/instant-requests/{id}`: it is being prepared; the event `instantReady` tells when it is there. */
export const InstantAnswerSchema = v.variant('kind', [
  answer('fines'),
  answer('taxDebt'),
  answer('pensionAccount'),
  answer('enforcementProceedings'),
  answer('signatureCheck'),
]);
export type InstantAnswer = v.InferOutput<typeof InstantAnswerSchema>;
