// Longer than most: a way of writing is a few lines, and there are fifteen.
/** Writes random streets and houses of КЛАДР in the ways in which documents, sites and people write them. */
import { bagOfNames, bagOfNamesAndTypes, Lexicon, SeededRandom } from './lexicon.ts';
import type { BenchQuery } from './queries.ts';
import type { KladrData, KladrRegion, KladrStreet } from './read-kladr.ts';
import { inEnglishLayout, misspell, pickHouse } from './typing-errors.ts';

/** What a spelling is made of. */
interface Address {
  /** «Алтайский край». */
  region: string;
  /** Name of the district, or empty. */
  district: string;
  town: string;
  townType: string;
  townLong: string;
  street: string;
  streetType: string;
  streetLong: string;
  house: string;
  postcode: string;
  random: SeededRandom;
}

/** `typed` gives no text for an address that cannot be written so. Without `hasTypes` any type is right. */
interface Spelling {
  title: string;
  hasTypes: boolean;
  typed: (address: Address) => string | undefined;
}

const NUMBER_WORDS =
  'ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать'.split(' ');
const ORDINAL_WORDS = ['', 'перв', 'втор', 'трет', 'четверт', 'пят', 'шест', 'седьм', 'восьм', 'девят'];
const TENS_OF = { 30: 'тридцати', 40: 'сорока', 50: 'пятидесяти', 60: 'шестидесяти', 70: 'семидесяти' };
const LATIN = 'a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya'.split(' ');
const LOOKALIKES: Record<string, string> = { а: 'a', е: 'e', о: 'o', с: 'c', р: 'p', х: 'x' };

const inLatin = (text: string) =>
  text
    .toLowerCase()
    .replace(/[а-яё]/g, (letter) => LATIN['абвгдежзийклмнопрстуфхцчшщъыьэюя'.indexOf(letter)] ?? 'e')
    .replaceAll('_', '');
/** The genitive of an adjective: «Целинного». */
const genitive = (name: string) => name.replace(/ский$/, 'ского').replace(/[ыи]й$/, 'ого');

/** The ways, as the tables call them. */
export const SPELLINGS = {
  register: {
    title: 'ЕГРН',
    hasTypes: true,
    typed: ({ region, district, townType, town, streetType, street, house }) =>
      `Российская Федерация, ${region}, ${district && `р-н ${district}, `}${townType} ${town}, ${streetType} ${street}, д ${house}`,
  },
  gar: {
    title: 'ГАР',
    hasTypes: true,
    typed: ({ region, district, townType, town, streetType, street, house }) =>
      `${region}, ${district ? `м.р-н ${district}` : `г.о. город ${town}`}, ${townType}. ${town}, ${streetType}. ${street}, д. ${house}`,
  },
  passport: {
    title: 'паспорт',
    hasTypes: true,
    typed: ({ region, district, townType, town, streetType, street, house }) =>
      `${region} ${district && `${district} р-н `}${townType}. ${town} ${streetType}. ${street} д. ${house} кв. 7`.toUpperCase(),
  },
  envelope: {
    title: 'конверт',
    hasTypes: true,
    typed: ({ region, district, townType, town, streetType, street, house, postcode }) =>
      `${streetType}. ${street}, д. ${house}, кв. 7, ${townType}. ${town}, ${district && `${district} р-н, `}${region}, ${postcode}`,
  },
  speech: {
    title: 'вслух',
    hasTypes: true,
    typed: ({ townLong, town, streetLong, street, house }) => {
      const words = NUMBER_WORDS[Number(house)];
      return words && `${townLong} ${town} ${streetLong} ${street} дом ${words}`;
    },
  },
  paste: {
    title: 'с сайта',
    hasTypes: false,
    typed: ({ region, town, streetLong, street, house }) =>
      `Адрес:\t${street} ${streetLong}, ${house}\n${town}, ${region}, Россия`,
  },
  typo: {
    title: 'опечатка',
    hasTypes: false,
    typed: ({ town, street, house, random }) => {
      const [word] = /[а-яё]{7,}/i.exec(street) ?? [];
      return word && `${town}, ${street.replace(word, misspell(word, random, false))}, ${house}`;
    },
  },
  layout: {
    title: 'раскладка',
    hasTypes: false,
    typed: ({ town, street, house }) => inEnglishLayout(`${town} ${street} ${house}`.toLowerCase()),
  },
  lookalike: {
    title: 'латиница похожая',
    hasTypes: true,
    typed: ({ townType, town, streetType, street, house, random }) =>
      `${townType}. ${town}, ${streetType}. ${street}, ${house}`.replace(/[аеосрх](?=[а-яё])/g, (letter) =>
        random.nextBelow(2) ? (LOOKALIKES[letter] ?? letter) : letter,
      ),
  },
  latin: {
    title: 'латиница по звуку',
    hasTypes: false,
    typed: ({ town, street, house }) =>
      /\d/.test(house + street) && /[а-я]/.test(house) ? undefined : inLatin(`${town} ${street} ${house}`),
  },
  houseFirst: {
    title: 'дом перед городом',
    hasTypes: false,
    typed: ({ town, street, house }) => `${street} ${house} ${town}`.toLowerCase(),
  },
  ordinal: {
    title: 'порядковые',
    hasTypes: false,
    typed: ({ town, street, house, random }) => {
      const [, name, digit = '', ending] = /^([А-Яа-я ]+) (\d)-([яй])$/.exec(street) ?? [];
      if (!name) return undefined;
      const isSoft = digit === '3';
      const inWords = `${ORDINAL_WORDS[Number(digit)] ?? ''}${ending === 'я' ? (isSoft ? 'ья' : 'ая') : isSoft ? 'ий' : 'ый'}`;
      return `${town}, ${random.nextBelow(2) ? inWords : `${digit}-${ending === 'я' ? 'ая' : 'ый'}`} ${name}, ${house}`;
    },
  },
  anniversary: {
    title: 'годовщины',
    hasTypes: false,
    typed: ({ town, street, house, random }) => {
      const [, years = '', ending, rest] = /^(\d0)[ -]?(лет|летия|летие) (.+)$/i.exec(street) ?? [];
      const words = TENS_OF[years as unknown as keyof typeof TENS_OF];
      if (!rest || !words) return undefined;
      const other = ending === 'лет' ? `${years}-летия` : `${years} лет`;
      return `${town}, ${[other, `${words} лет`, `${words}летия`][random.nextBelow(3)]} ${rest}, д. ${house}`;
    },
  },
  initials: {
    title: 'инициалы',
    hasTypes: false,
    typed: ({ town, street, house, random }) => {
      const [, letters = '', name] = /^((?:[А-Я]\. ?){1,2})([А-Я][а-я]{3,})$/.exec(street) ?? [];
      const spaced = letters.replaceAll('.', '. ').trim();
      return (
        name &&
        `${town}, ул. ${[`${name} ${letters}`, `${spaced} ${name}`, name][random.nextBelow(3)]}, ${house}`
      );
    },
  },
  genitive: {
    title: 'падежи',
    hasTypes: false,
    typed: ({ town, townType, district, street, house }) => {
      if (!street.endsWith('ая')) return undefined;
      const locative = street.replace(/ая$/, 'ой');
      const town2 = /[бвгджзклмнпрстфх]$/.test(town) ? `в ${town}е` : `${townType} ${town}`;
      return district
        ? `${townType} ${town} ${genitive(district)} района, улица ${street}, ${house}`
        : `${town2} на ${locative}, ${house}`;
    },
  },
} as const satisfies Record<string, Spelling>;
/** One way. */
export type SpellingName = keyof typeof SPELLINGS;

/** Writes `count` random addresses of a region in each way; fewer where it has no more. The same files give the same lines. */
export function spellAddresses(
  region: KladrRegion,
  longTypes: KladrData['longTypes'],
  { count, within }: { count: number; within: string },
): Record<SpellingName, BenchQuery[]> {
  const lexicon = new Lexicon(region, longTypes);
  const spell = (name: SpellingName): BenchQuery[] => {
    const { hasTypes, typed }: Spelling = SPELLINGS[name];
    const random = new SeededRandom(`${region.region} ${name}`);
    const queries: BenchQuery[] = [];
    for (const street of random.shuffle(region.streets.filter(({ houses }) => houses.length > 0))) {
      const address = queries.length < count ? addressOf(street, { region, longTypes, random }) : undefined;
      const text = address && typed(address);
      if (!text) continue;
      const hits = lexicon.byWords.get(hasTypes ? bagOfNamesAndTypes(street) : bagOfNames(street)) ?? [];
      const textWithoutHouse = typed({ ...address, house: '' }) ?? text;
      queries.push({ text, textWithoutHouse, within, hits, house: parseInt(address.house) });
    }
    return queries;
  };
  const names = Object.keys(SPELLINGS) as SpellingName[];
  return Object.fromEntries(names.map((name) => [name, spell(name)])) as Record<SpellingName, BenchQuery[]>;
}

/** The parts of an address with a random house of a street; `undefined` if no house can be taken from its lists. */
function addressOf(
  { name, type, houses, postcodes, locality }: KladrStreet,
  {
    region,
    longTypes,
    random,
  }: { region: KladrRegion; longTypes: KladrData['longTypes']; random: SeededRandom },
): Address | undefined {
  const [house] = pickHouse(houses, random) ?? [];
  if (!house) return undefined;
  return {
    region: region.title,
    district: locality.parents.find(({ type: kind }) => kind === 'р-н')?.name ?? '',
    town: locality.name,
    townType: locality.type,
    townLong: longTypes.place.get(locality.type) ?? locality.type,
    street: name,
    streetType: type,
    streetLong: longTypes.street.get(type) ?? type,
    house,
    postcode: postcodes[0] ?? '',
    random,
  };
}
