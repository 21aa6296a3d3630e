// Longer than other modules: the values that all resources share, each with its check.
import * as v from 'valibot';

// Values that a citizen types. Widget and portal check them with the same schemas. The
// message of an issue is a code for `FieldError.code`; the widgets' `messages.ts` has
// its text: `snilsChecksum` → «Две последние цифры СНИЛС не подходят к остальным…».

/** The schema of a text of 1 to `max` characters (UTF-16 units). Spaces around it are cut off. */
export const textSchema = (max: number) =>
  v.pipe(v.string('required'), v.trim(), v.nonEmpty('required'), v.maxLength(max, 'tooLong'));

/** An instant: ISO 8601 with offset, `2026-11-21T05:00:00.000Z`. */
export const InstantSchema = v.pipe(v.string(), v.isoTimestamp());

/** A day in the region, as the portal writes it: `YYYY-MM-DD`. */
export const DaySchema = v.pipe(v.string(), v.isoDate());

/** Most items of a list in one response. A string in the query, `'1'` to `'100'`; parsed, a number. */
export const LimitSchema = v.pipe(v.string(), v.regex(/^(?:[1-9]\d?|100)$/), v.transform(Number));

/** A day that a citizen types, `YYYY-MM-DD`: one that exists (no 30 February), from 1900 on. */
export const GivenDaySchema = v.pipe(
  v.string('required'),
  v.nonEmpty('required'),
  v.isoDate('date'),
  v.check((value) => {
    const date = new Date(value);
    // An invalid date is not greater than any.
    return date >= new Date('1900') && date.toISOString().startsWith(value);
  }, 'date'),
);

/**
 * СНИЛС, parsed to eleven digits. The last two are a checksum of the nine before them (Постановление Правления ПФ РФ от 12.04.2022
 * № 37п); numbers up to 001-001-998 have none.
 *
 * @example v.parse(SnilsSchema, '112-233-445 95') // '11223344595'
 */
export const SnilsSchema = v.pipe(
  v.string('required'),
  v.transform((value) => value.replace(/[\s-]/g, '')),
  v.nonEmpty('required'),
  v.regex(/^\d{11}$/, 'snils'),
  v.check(hasSnilsChecksum, 'snilsChecksum'),
);

/**
 * Whether the last two digits are the checksum of the nine before them. Each of the nine is multiplied by its place from the right,
 * 9 to 1. The checksum is the sum modulo 101; 100 counts as 0. 112-233-445 95: 1·9 + 1·8 + 2·7 + 2·6 + 3·5 + 3·4 + 4·3 + 4·2 + 5·1
 * = 95. True also for what has not eleven digits: another check reports that.
 */
function hasSnilsChecksum(digits: string): boolean {
  if (!/^\d{11}$/.test(digits) || digits.slice(0, 9) <= '001001998') return true;
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number(digits[i]) * (9 - i);
  return (sum % 101) % 100 === Number(digits.slice(9));
}

/**
 * ИНН of a person, parsed to twelve digits. The last two are check digits (Приказ ФНС России от 29.06.2012 № ММВ-7-6/435@).
 *
 * @example v.parse(InnSchema, '2200 0000 0070') // '220000000070'
 */
export const InnSchema = v.pipe(
  v.string('required'),
  v.transform((value) => value.replace(/[\s-]/g, '')),
  v.nonEmpty('required'),
  v.regex(/^\d{12}$/, 'inn'),
  v.check(hasInnChecksums, 'inn'),
);

/**
 * Weights of the first eleven digits, for the twelfth. For the eleventh, the ten before it have these weights without the first, 3.
 */
const INN_WEIGHTS = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

/** Whether both check digits are right. One is the weighted sum of the digits before it, modulo 11; a remainder of 10 gives 0. */
function hasInnChecksums(digits: string): boolean {
  if (!/^\d{12}$/.test(digits)) return true;
  const checkDigit = (weights: number[]) =>
    (weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0) % 11) % 10;
  return (
    checkDigit(INN_WEIGHTS.slice(1)) === Number(digits[10]) && checkDigit(INN_WEIGHTS) === Number(digits[11])
  );
}

/**
 * A Russian telephone, parsed to `+7` and ten digits. It may begin with 8, 7, +7 or the code of the city.
 *
 * @example v.parse(PhoneSchema, '8 (903) 123-45-67') // '+79031234567'
 */
export const PhoneSchema = v.pipe(
  v.string('required'),
  v.trim(),
  v.nonEmpty('required'),
  v.regex(/^[+\d\s().-]+$/, 'phone'),
  v.transform((value) => value.replace(/\D/g, '').replace(/^[78](?=\d{10}$)/, '')),
  v.regex(/^\d{10}$/, 'phone'),
  v.transform((digits) => `+7${digits}`),
);

/** An e-mail address of at most 254 characters (RFC 5321), without spaces around it. */
export const EmailSchema = v.pipe(
  v.string('required'),
  v.trim(),
  v.nonEmpty('required'),
  v.maxLength(254, 'tooLong'),
  v.rfcEmail('email'),
);

/** An address in one line, with the codes that are known: chosen from the address index, or typed by hand (`manual`). */
export const AddressSchema = v.object(
  {
    /** The whole address as people read it. */
    line: textSchema(300),
    /** КЛАДР code of the locality (13 digits) or of the street (17). */
    kladr: v.optional(v.pipe(v.string(), v.regex(/^\d{13}(\d{4})?$/, 'address'))),
    /** GUID (OBJECTGUID) in ГАР of what `kladr` names. */
    fias: v.optional(v.pipe(v.string(), v.uuid('address'))),
    /** ОКАТО, 11 digits. */
    okato: v.optional(v.pipe(v.string(), v.regex(/^\d{11}$/, 'address'))),
    /** ОКТМО, 11 digits. */
    oktmo: v.optional(v.pipe(v.string(), v.regex(/^\d{11}$/, 'address'))),
    postcode: v.optional(v.pipe(v.string(), v.regex(/^\d{6}$/, 'address'))),
    /** With block and building: `29к2`. */
    house: v.optional(v.pipe(v.string(), v.maxLength(40, 'tooLong'))),
    flat: v.optional(v.pipe(v.string(), v.maxLength(20, 'tooLong'))),
    /** True if the citizen typed the address and chose nothing from the list. It has no codes then. */
    manual: v.boolean(),
  },
  'required',
);
/** {@link AddressSchema}, parsed. */
export type Address = v.InferOutput<typeof AddressSchema>;

/** A file that the portal has stored. */
export const UploadSchema = v.object(
  {
    id: v.pipe(v.string(), v.uuid()),
    /** File name, as the citizen's device has it. */
    name: v.pipe(v.string(), v.nonEmpty(), v.maxLength(255)),
    /** Number of bytes. */
    size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20 * 1024 * 1024)),
    /** Media type, detected from the content. */
    type: v.pipe(v.string(), v.maxLength(100)),
  },
  'file',
);
/** {@link UploadSchema}, parsed. */
export type Upload = v.InferOutput<typeof UploadSchema>;

/**
 * Number of an application or complaint: region, year and a running number. Spaces, dashes and «№» may be typed anywhere.
 *
 * @example v.parse(CaseNumberSchema, '№ 22 2026 004217') // '22-2026-004217'
 */
export const CaseNumberSchema = v.pipe(
  v.string('required'),
  v.transform((value) => value.replace(/[\s№\p{Pd}]/gu, '')),
  v.nonEmpty('required'),
  v.regex(/^\d{12}$/, 'number'),
  v.transform((digits) => digits.replace(/^(\d{2})(\d{4})/, '$1-$2-')),
);
