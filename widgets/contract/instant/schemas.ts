// Longer than other modules: all shapes of one resource, which refer to each other.
import * as v from 'valibot';

import { PayeeSchema, UinSchema } from '../invoices/schemas.ts';
import { InnSchema } from '../values/formats/inn.ts';
import { DaySchema, InstantSchema } from '../values/schemas.ts';
import type { INSTANT_KINDS } from './kinds.ts';

/** Latin letter → the Cyrillic one that looks like it. Number plates have only these twelve (ГОСТ Р 50577-2018). */
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

/**
 * A car's number plate, parsed to Cyrillic capitals without spaces: a
 * letter, three digits, two letters, two or three digits of the region.
 *
 * @example v.parse(PlateSchema, 'a 123 bc 22') // 'А123ВС22'
 */
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

/** A driving licence: series and number, parsed to ten digits. */
export const LicenceSchema = v.pipe(
  v.string('required'),
  v.transform((typed) => typed.replace(/[\s№\p{Pd}]/gu, '')),
  v.nonEmpty('required'),
  v.regex(/^\d{10}$/, 'licence'),
);

/** Body of `POST /v1/instant-requests`, with an `Idempotency-Key`. Accounts and proceedings are those of who has signed in. */
export const InstantInputSchema = v.variant(
  'kind',
  [
    v.object({ kind: v.literal('fines'), plate: PlateSchema, licence: v.optional(LicenceSchema) }),
    v.object({ kind: v.literal('taxDebt'), inn: InnSchema }),
    v.object({ kind: v.literal('pensionAccount') }),
    v.object({ kind: v.literal('enforcementProceedings') }),
    v.object({
      kind: v.literal('signatureCheck'),
      /**
       * The signature alone (CMS, RFC 5652, DER in base64), where the device has compared it with the file already. The file stays on the
       * device then.
       */
      signature: v.optional(v.pipe(v.string(), v.base64('signature'), v.maxLength(200_000, 'tooLong'))),
      /** The id of a signed file that the portal has stored, where the device cannot read the signature. One of both is there. */
      upload: v.optional(v.pipe(v.string(), v.uuid('file'))),
    }),
  ],
  'required',
);
/** {@link InstantInputSchema}, before parsing: what a widget sends. */
export type InstantInput = v.InferInput<typeof InstantInputSchema>;
/** {@link InstantInputSchema}, parsed. */
export type InstantOutput = v.InferOutput<typeof InstantInputSchema>;
/** What a citizen can ask: fines, tax debt, pension account, enforcement proceedings, whether a signature is valid. */
export type InstantKind = (typeof INSTANT_KINDS)[number];

/** What answers of all kinds have. While an answer is `preparing`, it has no `result` and no `readyAt`. */
const COMMON_ENTRIES = {
  id: v.pipe(v.string(), v.uuid()),
  state: v.picklist(['preparing', 'ready']),
  requestedAt: InstantSchema,
  readyAt: v.optional(InstantSchema),
  /** What the citizen has to know about the answer, in Russian: in the sandbox, that it is invented. */
  note: v.optional(v.string()),
  /** Who has answered, in Russian: «ГИС ГМП». */
  source: v.optional(v.string()),
};

/** An amount of money, in kopecks. */
const MoneySchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What has to be known to pay at once; absent where there is nothing to pay. */
const PaymentSchema = v.object({
  uin: UinSchema,
  /** «Штраф по постановлению 1881…». */
  purpose: v.string(),
  payee: PayeeSchema,
});

/** Kind → schema of its result. */
const RESULTS = {
  fines: v.object({
    /** Sum of all fines, in kopecks. */
    total: MoneySchema,
    items: v.array(
      v.object({
        /** Number of the order that imposed the fine. */
        order: v.string(),
        /** Article of the law: «КоАП, статья 12.9, часть 2». */
        article: v.string(),
        amount: MoneySchema,
        issuedOn: DaySchema,
        /** The last day with a discount (КоАП, art. 32.2, part 1.3). */
        discountUntilOn: v.optional(DaySchema),
        /** What is to be paid until that day, in kopecks. */
        discounted: v.optional(MoneySchema),
        payment: v.optional(PaymentSchema),
      }),
    ),
  }),
  taxDebt: v.object({
    total: MoneySchema,
    /** `tax`: its name; `dueOn`: the last day on which it had to be paid. */
    items: v.array(
      v.object({
        tax: v.string(),
        amount: MoneySchema,
        dueOn: DaySchema,
        payment: v.optional(PaymentSchema),
      }),
    ),
  }),
  pensionAccount: v.object({
    /** Individual pension coefficient («баллы»). */
    points: v.pipe(v.number(), v.minValue(0)),
    /** Whole years of insured work. */
    workYears: v.pipe(v.number(), v.integer(), v.minValue(0)),
    /** The day up to which both are counted. */
    countedOn: DaySchema,
  }),
  enforcementProceedings: v.object({
    items: v.array(
      v.object({
        /** Number of the proceedings. */
        number: v.string(),
        /** What they are about. */
        subject: v.string(),
        amount: MoneySchema,
        startedOn: DaySchema,
        /** The bailiffs who lead them. */
        department: v.string(),
      }),
    ),
  }),
  signatureCheck: v.object({
    valid: v.boolean(),
    /** Who has signed, if the signature is valid. */
    signer: v.optional(v.string()),
    /** Why the signature is not valid. */
    reason: v.optional(v.string()),
  }),
};

/** The schema of an answer of one kind. */
const instantAnswerSchema = <K extends InstantKind>(kind: K) =>
  v.object({ ...COMMON_ENTRIES, kind: v.literal(kind), result: v.optional(RESULTS[kind]) });

/**
 * Response to `POST /v1/instant-requests` and of `GET /v1/instant-requests/{id}`. `200`: the answer is ready. `202`: it is being
 * prepared; the event `instantReady` comes when it is ready.
 */
export const InstantAnswerSchema = v.variant('kind', [
  instantAnswerSchema('fines'),
  instantAnswerSchema('taxDebt'),
  instantAnswerSchema('pensionAccount'),
  instantAnswerSchema('enforcementProceedings'),
  instantAnswerSchema('signatureCheck'),
]);
/** {@link InstantAnswerSchema}, parsed. */
export type InstantAnswer = v.InferOutput<typeof InstantAnswerSchema>;
