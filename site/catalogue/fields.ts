import * as v from 'valibot';

/**
 * The building blocks of content schemas. Editors write Russian names and words; code reads English ones; this file is where
 * the two meet. A message is a key into `messages.ts`, with what it needs after a colon: `choice:да|нет`.
 */

/** A field: the Russian name that editors write, and the schema of its value. */
type ContentField = readonly [name: string, schema: v.GenericSchema];
/** Fields by their English names: `{ title: ['название', nonEmptyText] }`. */
type Fields = Record<string, ContentField>;
/** The values of fields by their English names: `{ title: 'Детский сад' }`. */
type Content<F extends Fields> = { [K in keyof F]: v.InferOutput<F[K][1]> };

/** The message key of a schema: what kind of value it asks for. A group of fields has no key of its own. */
function messageKeyOf(schema: v.GenericSchema): string {
  return 'message' in schema && typeof schema.message === 'string' ? schema.message : 'record';
}

/**
 * The schema of a group of fields. It takes their Russian names and gives the English ones. A name that the group does not have
 * is an issue, and so is a required name that is absent.
 *
 * @example v.parse(fieldGroup({ title: ['название', nonEmptyText] }), { название: 'Детский сад' }) // { title: 'Детский сад' }
 */
export function fieldGroup<const F extends Fields>(fields: F) {
  const entries = Object.fromEntries(Object.values(fields)) as Record<string, v.GenericSchema>;
  return v.pipe(
    v.strictObject(entries, (issue) => {
      const name = issue.path?.at(-1)?.key;
      if (issue.expected === 'never') return `unknown:${Object.keys(entries).join('|')}`;
      const missing = typeof name === 'string' && issue.expected === `"${name}"` ? entries[name] : undefined;
      return missing ? `missing:${messageKeyOf(missing)}` : 'record';
    }),
    v.transform(
      (input) =>
        Object.fromEntries(Object.entries(fields).map(([key, [name]]) => [key, input[name]])) as Content<F>,
    ),
  );
}

/**
 * The schema of a choice: takes one of the Russian words, and gives its English key.
 *
 * @example v.parse(choiceOf({ federal: 'федеральная' }), 'федеральная') // 'federal'
 */
export function choiceOf<const M extends Record<string, string>>(words: M) {
  const keyOfWord = new Map(Object.entries(words).map(([key, word]) => [word, key as keyof M & string]));
  return v.pipe(
    v.picklist([...keyOfWord.keys()], `choice:${[...keyOfWord.keys()].join('|')}`),
    v.transform((word) => keyOfWord.get(word) as keyof M & string),
  );
}

/** The schema of a list of one or more items. */
export const list = <S extends v.GenericSchema>(item: S) =>
  v.pipe(v.array(item, 'list'), v.minLength(1, 'list'));

/** The schema of a list that may be absent: then it is read as an empty one. */
export const optionalList = <S extends v.GenericSchema>(item: S) => v.optional(v.array(item, 'list'), []);

/** A text of one pattern; `kind` is the message key for all others. */
const textMatching = (kind: string, pattern: RegExp) => v.pipe(v.string(kind), v.regex(pattern, kind));

/** Tags, comments and entities of HTML: `<b>`, `<!--`, `&nbsp;`. */
const HTML = /<[a-z!/?]|&(?:[a-z]+|#x?[\da-f]+);/iu;

/** Plain Russian text on one or more lines, never empty. Pages show it as it is: neither HTML nor links of Markdown work in it. */
export const nonEmptyText = v.pipe(
  v.string('text'),
  v.trim(),
  v.nonEmpty('text'),
  v.check((value) => !HTML.test(value), 'html'),
  v.check((value) => !/\]\s?\(/u.test(value), 'linkInField'),
  // YAML takes an item of a list for a part of the text before, where its hyphen has no space behind it.
  v.check((value) => !/(?:^|\s)-\p{L}/u.test(value), 'gluedHyphen'),
);
/**
 * The position of a head: «министр». Names of persons have no place in the content: «И. И.» and «Иван Иванович» are refused.
 */
export const jobTitle = v.pipe(
  v.string('position'),
  v.nonEmpty('position'),
  v.check((value) => !HTML.test(value), 'html'),
  v.check((value) => !/[А-ЯЁ]\.\s?[А-ЯЁ]\.|[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(?:вич|вна)\b/u.test(value), 'person'),
);
/** «да» or «нет», as a boolean. */
export const yesNo = v.pipe(
  v.picklist(['да', 'нет'], 'yesNo'),
  v.transform((word) => word === 'да'),
);
/** A whole number from 0. */
export const wholeNumber = v.pipe(v.number('count'), v.integer('count'), v.minValue(0, 'count'));
/** A whole number from `least` to `most`, both included. `message` is the message key for all other values. */
export const wholeNumberBetween = <const M extends string>(least: number, most: number, message: M) =>
  v.pipe(v.number(message), v.integer(message), v.minValue(least, message), v.maxValue(most, message));
/** Roubles, kopecks after the point. */
export const roubles = v.pipe(v.number('roubles'), v.minValue(0, 'roubles'));

/** Whether a text that looks like a day is one: 30 February is not. Gives true for all other texts. */
function existsIfDay(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return !/^\d{4}-\d\d-\d\d$/.test(value) || (!Number.isNaN(+date) && date.toISOString().startsWith(value));
}

/** A day that exists, `YYYY-MM-DD`. */
export const day = v.pipe(v.string('day'), v.isoDate('day'), v.check(existsIfDay, 'noSuchDay'));
/** A day that has come, wherever the region is: the first place on Earth is 14 hours before UTC. */
export const pastDay = v.pipe(
  day,
  v.check((value) => value <= new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10), 'futureDay'),
);
/** A telephone as people dial it: `8 800 000-00-00`, `+7 3852 00-00-00 доб. 12`, short numbers of three digits: `112`. */
export const phoneNumber = textMatching('phone', /^(?:\+7|8) \d{3,5} [\d-]{5,9}(?: доб\. \d+)?$|^\d{3}$/u);
/** An e-mail address: `priemnaya@example.ru`. */
export const emailAddress = v.pipe(v.string('email'), v.email('email'));
/** The address of a page, with its scheme: `https://www.gosuslugi.ru`. */
export const url = textMatching('url', /^https?:\/\/[^\s/<>"]+\.[^\s<>"]+$/u);
/** A postcode of six digits, in quotes because YAML would read a number: `'656049'`. */
export const postcode = textMatching('postcode', /^\d{6}$/u);
/** КЛАДР code of a region, district, town or settlement: 13 digits, СС РРР ГГГ ППП АА. */
export const kladr = textMatching('kladr', /^\d{13}$/u);
/** The name of another file without its extension: `detskiy-sad`. `collection` is the folder where the file has to be. */
export const fileReference = (collection: string) =>
  v.pipe(textMatching('slug', /^[a-z0-9]+(?:-[a-z0-9]+)*$/u), v.metadata({ ref: collection }));

/** Whether a person has checked the fact against its source. What is not checked is shown with «уточните в органе». */
export const checked = ['проверено', yesNo] as const;
