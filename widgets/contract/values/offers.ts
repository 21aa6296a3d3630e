import { bareEmail } from './email.ts';
import { inOneAlphabet } from './name.ts';
import { readPhone } from './phone.ts';

/** Kinds of values for which a correction is known. */
export type OfferKind = 'phone' | 'email' | 'date' | 'name';

/**
 * What was probably meant by a cleaned text, to accept by one tap; `undefined` where nothing better is known. Nobody has checked it: it is
 * offered only where it is valid.
 *
 * @example meantValue('email', 'anna@gmial.com') // 'anna@gmail.com'
 * @example meantValue('name', 'Cидоров') // 'Сидоров', with a Russian «С»
 */
export function meantValue(kind: OfferKind, text: string): string | undefined {
  const meant = MEANT[kind](text);
  return meant === text ? undefined : meant;
}

const MEANT: Record<OfferKind, (text: string) => string | undefined> = {
  name: inOneAlphabet,
  email: meantEmail,
  phone: meantPhone,
  // The month first, as in the USA.
  date: (text) => text.replace(/^(\d\d?)([./-])(1[3-9]|2\d|3[01])\2(\d{4})$/, '$3.$1.$4'),
};

/** No country has the code 89: «+8 903 …» is «8 903 …». Twelve digits and more have lost their plus; a second plus is one too many. */
function meantPhone(text: string): string | undefined {
  const digits = text.replace(/\D/g, '');
  const isForeign = text.startsWith('+') || digits.length > 11;
  if (!isForeign || /[^\d\s()+-]/.test(text) || 'phone' in readPhone(text)) return undefined;
  return `+${digits.replace(/^8(?=9\d{9}$)/, '7')}`;
}

/** Domains of mail that most people in Russia have. */
const DOMAINS = [
  ...['mail.ru', 'yandex.ru', 'gmail.com', 'rambler.ru', 'inbox.ru', 'list.ru', 'icloud.com'],
  ...['outlook.com', 'hotmail.com', 'yahoo.com', 'yandex.com', 'internet.ru'],
];
/** Domains that are one letter away from another, and not misspelt. */
const NEIGHBOURS = [
  'ya.ru',
  'bk.ru',
  'mail.com',
  'email.com',
  'ymail.com',
  'email.ru',
  'yandex.by',
  'yandex.kz',
];

/** The address with Latin letters, dots for commas and a domain that exists. */
function meantEmail(text: string): string | undefined {
  const [local = '', domain = ''] = inLatin(bareEmail(text.replace(/,/g, '.'))).split('@');
  return `${local}@${meantDomain(domain.toLowerCase())}`;
}

/** Cyrillic letters for the Latin ones beside them, as far as the word has Latin letters too. */
const inLatin = (address: string) =>
  address.replace(/[^@.]+/g, (part) => (/[a-z]/i.test(part) ? part.replace(/[а-я]/gi, latinTwin) : part));

const latinTwin = (letter: string) => inOneAlphabet(`qq${letter}`).slice(2);

function meantDomain(domain: string): string {
  if (DOMAINS.includes(domain) || NEIGHBOURS.includes(domain) || domain.length < 5) return domain;
  const [name] = domain.split('.');
  return (
    DOMAINS.find((known) => known.split('.')[0] === name) ??
    DOMAINS.find((known) => isOneEditAway(domain, known)) ??
    domain
  );
}

/**
 * Whether two different words are the same but for one letter, or for two neighbours in the other order. `text/edit-distance.ts` can do more,
 * and comes with the search of addresses.
 */
function isOneEditAway(word: string, other: string): boolean {
  let start = 0;
  while (start < word.length && word[start] === other[start]) start++;
  let end = 0;
  const shorter = Math.min(word.length, other.length);
  while (end < shorter - start && word.at(-1 - end) === other.at(-1 - end)) end++;
  const [left, right] = [word.slice(start, word.length - end), other.slice(start, other.length - end)];
  const isSwapped = left.length === 2 && left === Array.from(right).reverse().join('');
  return isSwapped || Math.max(left.length, right.length) <= 1;
}
