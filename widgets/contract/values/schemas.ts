// Longer than other modules: the values that all resources share, each with its check.
import * as v from 'valibot';

import { clean } from '../../text/clean.ts';
import { FILE_MAX_BYTES } from '../uploads/limits.ts';
import { readDay, type DayContext } from './day.ts';
import { readEmail } from './email.ts';
import { nameFault, tidyName } from './name.ts';
import { readPhone } from './phone.ts';

// Values that a citizen types. Widget and portal check them with the same schemas. The
// message of an issue is a code for `FieldError.code`; the widgets' `messages.ts` has
// its text: `snilsChecksum` → «Две последние цифры СНИЛС не подходят к остальным…».

/** Cleans a text (`text/clean.ts`). An action of its own, so that the OpenAPI document knows that JSON Schema need not express it. */
const cleanText: v.BaseTransformation<string, string, never> = {
  kind: 'transformation',
  type: 'clean',
  reference: () => cleanText,
  async: false,
  '~run': (dataset) => Object.assign(dataset, { value: clean(dataset.value) }),
};

/** A text that a citizen types, cleaned; not an empty one. Every schema of a typed value begins with it. */
export const TypedSchema = v.pipe(v.string('required'), cleanText, v.nonEmpty('required'));

/** The schema of a text of 1 to `max` characters (UTF-16 units), cleaned. */
export const textSchema = (max: number) => v.pipe(TypedSchema, v.maxLength(max, 'tooLong'));

/** The schema of a part of a person's name: letters of one alphabet in each word, hyphens, apostrophes. */
export const nameSchema = (max: number) =>
  v.pipe(
    textSchema(max),
    v.transform(tidyName),
    v.rawCheck(({ dataset, addIssue }) => {
      const message = dataset.typed && nameFault(dataset.value);
      if (message) addIssue({ message });
    }),
  );

/** A word in a response, like a state: one that these widgets know, or one of a newer portal. */
export const AnyWordSchema = v.pipe(v.string(), v.regex(/^[a-z][A-Za-z]*$/));

/** An instant: ISO 8601 with offset, `2026-11-21T05:00:00.000Z`. */
export const InstantSchema = v.pipe(v.string(), v.isoTimestamp());

/** A day in the region, as the portal writes it: `YYYY-MM-DD`. */
export const DaySchema = v.pipe(v.string(), v.isoDate());

/** Most items of a list in one response. A string in the query, `'1'` to `'100'`; parsed, a number. */
export const LimitSchema = v.pipe(v.string(), v.regex(/^(?:[1-9]\d?|100)$/), v.transform(Number));

/**
 * The schema of a day that a citizen types, parsed to `YYYY-MM-DD`: one that exists (no 30 February), from 1900 on. The context says which
 * century a year of two digits means.
 */
export const givenDaySchema = (context: DayContext = {}) =>
  v.pipe(
    TypedSchema,
    v.transform((text) => readDay(text, context)),
    v.regex(/^\d{4}-(?:0[1-9]|1[0-2])-\d\d$/, 'date'),
    v.check(isInCalendar, 'dateNone'),
    v.check((day) => day >= '1900', 'date'),
  );

/** Whether a day, `YYYY-MM-DD`, exists: JavaScript counts on from the 30th of February to the 1st of March. */
function isInCalendar(day: string): boolean {
  const date = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))));
  return date.getUTCDate() === Number(day.slice(8));
}

/** A day that a citizen types, in any spelling: see {@link givenDaySchema}. */
export const GivenDaySchema = givenDaySchema();

/** What people write between the groups of a number. */
const BETWEEN_DIGITS = /[\s./-]/g;

/**
 * СНИЛС, parsed to eleven digits. The last two are a checksum of the nine before them (Постановление Правления ПФ РФ от 12.04.2022
 * № 37п); numbers up to 001-001-998 have none.
 *
 * @example v.parse(SnilsSchema, '112-233-445 95') // '11223344595'
 */
export const SnilsSchema = v.pipe(
  TypedSchema,
  v.transform((text) => text.replace(/^снилс[\s:№]*/i, '').replace(BETWEEN_DIGITS, '')),
  v.regex(/^\d{11}$/, 'snils'),
  v.check((digits) => !digits.startsWith('000000000'), 'snilsNone'),
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
 * A bank account, parsed to twenty digits.
 *
 * @example v.parse(AccountSchema, '40817 810 0 0000 0012345') // '40817810000000012345'
 */
export const AccountSchema = v.pipe(
  TypedSchema,
  v.transform((text) => text.replace(BETWEEN_DIGITS, '')),
  v.regex(/^\d{20}$/, 'account'),
);

/**
 * A telephone, parsed to E.164. A Russian one may begin with 8, 7, +7 or the code of the city, a foreign one with +. Not one of 8 800: no SMS
 * reaches it.
 *
 * @example v.parse(PhoneSchema, '8 (903) 123-45-67') // '+79031234567'
 * @example v.parse(PhoneSchema, '+375 29 123-45-67') // '+375291234567'
 */
export const PhoneSchema = v.pipe(
  TypedSchema,
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const read = readPhone(dataset.value);
    if ('phone' in read) return read.phone;
    addIssue({ message: read.fault });
    return NEVER;
  }),
);

/**
 * An e-mail address of at most 254 characters (RFC 5321); the domain is parsed to ASCII.
 *
 * @example v.parse(EmailSchema, ' anna@почта.рф') // 'anna@xn--80a1acny.xn--p1ai'
 */
export const EmailSchema = v.pipe(
  TypedSchema,
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const read = readEmail(dataset.value);
    if ('email' in read) return read.email;
    addIssue({ message: read.fault });
    return NEVER;
  }),
  v.maxLength(254, 'tooLong'),
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
    size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(FILE_MAX_BYTES)),
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
  TypedSchema,
  v.transform((text) => text.replace(/[\s№-]/g, '')),
  v.regex(/^\d{12}$/, 'number'),
  v.transform((digits) => digits.replace(/^(\d{2})(\d{4})/, '$1-$2-')),
);
