import * as v from 'valibot';

/** Values that a citizen types, checked the same way in the widget and in the portal. Messages are codes; words stand in the widgets' `messages.ts`. */

/** Text of at most `max` characters (UTF-16 units), not only spaces. */
export const textSchema = (max: number) =>
  v.pipe(v.string('required'), v.trim(), v.nonEmpty('required'), v.maxLength(max, 'tooLong'));

/** An instant that the portal names: ISO 8601 with offset. */
export const InstantSchema = v.pipe(v.string(), v.isoTimestamp());

/** A day that the portal names: `YYYY-MM-DD` in the region. */
export const DaySchema = v.pipe(v.string(), v.isoDate());

/** How many items of a list to give at most, 1 to 100, as a query writes it. */
export const LimitSchema = v.pipe(v.string(), v.regex(/^(?:[1-9]\d?|100)$/), v.transform(Number));

/** A calendar day that a citizen names, `YYYY-MM-DD`, that exists, from 1900 on. */
export const GivenDaySchema = v.pipe(
  v.string('required'),
  v.nonEmpty('required'),
  v.isoDate('date'),
  v.check((value) => {
    const date = new Date(`${value}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value) && value >= '1900-01-01';
  }, 'date'),
);

/**
 * СНИЛС as eleven digits. The last two are a check sum of the nine before them (Постановление Правления ПФ РФ от 12.04.2022 № 37п);
 * numbers up to 001-001-998 have none.
 */
export const SnilsSchema = v.pipe(
  v.string('required'),
  v.transform((value) => value.replace(/[\s-]/g, '')),
  v.nonEmpty('required'),
  v.regex(/^\d{11}$/, 'snils'),
  v.check(hasSnilsChecksum, 'snilsChecksum'),
);

function hasSnilsChecksum(digits: string): boolean {
  if (!/^\d{11}$/.test(digits) || digits.slice(0, 9) <= '001001998') return true;
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number(digits[i]) * (9 - i);
  return (sum % 101) % 100 === Number(digits.slice(9));
}

/** ИНН of a person as twelve digits. The last two are check sums of those before them (Приказ ФНС России от 29.06.2012 № ММВ-7-6/435@). */
export const InnSchema = v.pipe(
  v.string('required'),
  v.transform((value) => value.replace(/[\s-]/g, '')),
  v.nonEmpty('required'),
  v.regex(/^\d{12}$/, 'inn'),
  v.check(hasInnChecksums, 'inn'),
);

const INN_WEIGHTS = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

function hasInnChecksums(digits: string): boolean {
  if (!/^\d{12}$/.test(digits)) return true;
  const sum = (weights: number[]) =>
    (weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0) % 11) % 10;
  return sum(INN_WEIGHTS.slice(1)) === Number(digits[10]) && sum(INN_WEIGHTS) === Number(digits[11]);
}

/** A Russian telephone as `+7` and ten digits, however it was typed. */
export const PhoneSchema = v.pipe(
  v.string('required'),
  v.trim(),
  v.nonEmpty('required'),
  v.regex(/^[+\d\s().-]+$/, 'phone'),
  v.transform((value) => value.replace(/\D/g, '').replace(/^[78](?=\d{10}$)/, '')),
  v.regex(/^\d{10}$/, 'phone'),
  v.transform((digits) => `+7${digits}`),
);

export const EmailSchema = v.pipe(
  v.string('required'),
  v.trim(),
  v.nonEmpty('required'),
  v.maxLength(254, 'tooLong'),
  v.rfcEmail('email'),
);

/** An address chosen from КЛАДР, or typed by hand (`manual`), in one line with what is known of it. */
export const AddressSchema = v.object(
  {
    /** The whole address as people read it. */
    line: textSchema(300),
    /** КЛАДР code of the locality (13 digits) or of the street (17). */
    kladr: v.optional(v.pipe(v.string(), v.regex(/^\d{13}(?:\d{4})?$/, 'address'))),
    okato: v.optional(v.pipe(v.string(), v.regex(/^\d{11}$/, 'address'))),
    postcode: v.optional(v.pipe(v.string(), v.regex(/^\d{6}$/, 'address'))),
    house: v.optional(v.pipe(v.string(), v.maxLength(40, 'tooLong'))),
    flat: v.optional(v.pipe(v.string(), v.maxLength(20, 'tooLong'))),
    /** True where the citizen wrote the address as it is, without choosing from the list. */
    manual: v.boolean(),
  },
  'required',
);
export type Address = v.InferOutput<typeof AddressSchema>;

/** A file that the portal has stored. */
export const UploadSchema = v.object(
  {
    id: v.pipe(v.string(), v.uuid()),
    name: v.pipe(v.string(), v.nonEmpty(), v.maxLength(255)),
    /** Bytes. */
    size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20 * 1024 * 1024)),
    /** Media type, found by the content. */
    type: v.pipe(v.string(), v.maxLength(100)),
  },
  'file',
);
export type Upload = v.InferOutput<typeof UploadSchema>;

/**
 * Number of an application or complaint, `22-2026-004217`, however it was typed: «№ 22 2026 004217», «222026004217». With it
 * go the eight digits that open the case without signing in.
 */
export const CaseNumberSchema = v.pipe(
  v.string('required'),
  v.transform((value) => value.replace(/[\s№\p{Pd}]/gu, '')),
  v.nonEmpty('required'),
  v.regex(/^\d{12}$/, 'number'),
  v.transform((digits) => digits.replace(/^(\d{2})(\d{4})/, '$1-$2-')),
);
export const CaseCodeSchema = v.pipe(
  v.string('required'),
  v.transform((value) => value.replace(/[\s\p{Pd}]/gu, '')),
  v.nonEmpty('required'),
  v.regex(/^\d{8}$/, 'code'),
);
