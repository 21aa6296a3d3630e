// Longer than most: a class of queries is a few lines, and there are sixteen.
/** Makes what people would type from КЛАДР files: classes of queries, each query with the codes of its right answers. */
import {
  addressLabelOf,
  type FormerObject,
  type KladrData,
  type KladrRegion,
  type KladrStreet,
} from './read-kladr.ts';
import { inEnglishLayout, misspell, pickHouse } from './typing-errors.ts';
import {
  bagOfWords,
  bagOfNames,
  SeededRandom,
  lowerCaseWithoutYo,
  fullCode,
  Lexicon,
  bagOfNamesAndTypes,
  wordsAndDigits,
} from './lexicon.ts';

/** One query, and what should be found. */
export interface BenchQuery {
  /** As it is typed: `барнаул ленина 12 кв 5`. */
  text: string;
  /** The same without house and flat, for engines that know no houses. */
  textWithoutHouse: string;
  /** The region that a site is preset to; empty in an index of one region. */
  within: string;
  /** КЛАДР codes of the right answers; empty where nothing should be found. */
  hits: string[];
  /** Number of the house that should be understood. */
  house?: number;
}

/** The classes of queries, as the tables call them. */
export const QUERY_CLASSES = {
  locality: 'место',
  streetPrefix: 'место + начало улицы',
  prefixes: 'начало обоих',
  streetFirst: 'улица первой',
  longTypes: 'полные типы',
  dottedTypes: 'типы с точкой',
  house: 'с домом',
  flat: 'с домом и квартирой',
  village: 'село + улица + дом',
  former: 'прежнее название',
  postcode: 'почтовый индекс',
  postcodeStreet: 'индекс и улица',
  typo: 'одна ошибка',
  typoFirst: 'ошибка в первой букве',
  layout: 'не та раскладка',
  nothing: 'ничего нет',
};
/** One class of queries. */
export type QueryClass = keyof typeof QUERY_CLASSES;

/** The classes that the goal «exact and prefix» speaks of. */
export const PLAIN_QUERY_CLASSES = (Object.keys(QUERY_CLASSES) as QueryClass[]).filter(
  (name) => !['typo', 'typoFirst', 'layout', 'nothing'].includes(name),
);

/** A street to be typed letter by letter. */
export interface TypingTarget extends BenchQuery {
  label: string;
}

/** Other addresses that may fit a query of beginnings: with the right one they are five, and any engine can show five. */
const MAX_OTHERS = 4;
/** Letters of a beginning. */
const SHORTEST = 3;

/** Makes queries about one region, always the same ones for the same files. */
export class QueryGenerator {
  readonly #region: KladrRegion;
  readonly #longTypes: KladrData['longTypes'];
  readonly #lexicon: Lexicon;
  readonly #within: string;
  #dice = new SeededRandom('');

  constructor(region: KladrRegion, longTypes: KladrData['longTypes'], within: string) {
    this.#region = region;
    this.#longTypes = longTypes;
    this.#lexicon = new Lexicon(region, longTypes);
    this.#within = within;
  }

  /** Makes `count` queries of a class; fewer where the region has no more. */
  generate(name: QueryClass, count: number): BenchQuery[] {
    const { localities, streets, former } = this.#region;
    this.#dice = new SeededRandom(`${this.#region.region} ${name}`);
    const towns = () => streets.filter(({ code }) => code.slice(8, 11) === '000');
    const villages = () => streets.filter(({ code }) => code.slice(8, 11) !== '000');
    const housed = (list: KladrStreet[]) => list.filter(({ houses }) => houses.length > 0);
    switch (name) {
      case 'locality':
        return this.#each(
          localities.filter(({ code }) => !code.endsWith('000000')),
          count,
          (place) => this.#query(place.name, bagOfNames(place)),
        );
      case 'streetPrefix':
        return this.#each(streets, count, (street) => this.#prefixQuery(street, false));
      case 'prefixes':
        return this.#each(streets, count, (street) => this.#prefixQuery(street, true));
      case 'streetFirst':
        return this.#each(streets, count, (street) =>
          this.#query(`${street.name} ${street.locality.name}`, bagOfNames(street)),
        );
      case 'longTypes':
        return this.#each(streets, count, (street, i) => this.#longTypeQuery(street, i % 4 === 3));
      case 'dottedTypes':
        return this.#each(streets, count, ({ locality: place, ...street }, i) => {
          const [gap, comma] = [['', ' '][i % 2], ['', ','][(i >> 1) % 2]];
          const text = `${place.type}.${gap}${place.name}${comma} ${street.type}.${gap}${street.name}`;
          return this.#query(text, bagOfNamesAndTypes({ ...street, locality: place }));
        });
      case 'house':
        return this.#each(housed(towns()), count, (street, i) => this.#houseQuery(street, i, false));
      case 'flat':
        return this.#each(housed(streets), count, (street, i) => this.#houseQuery(street, i, true));
      case 'village':
        return this.#each(housed(villages()), count, (street, i) => this.#houseQuery(street, i, false));
      case 'former': {
        const isPlace = ({ code }: FormerObject) => code.length === 11;
        const ofPlaces = this.#each(former.filter(isPlace), count / 2, (one) => this.#formerQuery(one));
        const rest = former.filter((one) => !isPlace(one));
        const ofStreets = this.#each(rest, count - ofPlaces.length, (one) => this.#formerQuery(one));
        return this.#dice.shuffle([...ofPlaces, ...ofStreets]);
      }
      case 'postcode':
        return this.#postcodeQueries(count);
      case 'postcodeStreet':
        return this.#each(streets, count, (street) => {
          const [postcode] = street.postcodes;
          const hits = streets.filter(
            ({ name, postcodes }) => name === street.name && postcode && postcodes.includes(postcode),
          );
          const text = `${postcode} ${street.name}`;
          return postcode
            ? { ...this.#query(text, bagOfNames(street)), hits: hits.map(fullCode) }
            : undefined;
        });
      case 'typo':
      case 'typoFirst':
        return this.#each(streets, count, (street) => this.#typoQuery(street, name === 'typoFirst'));
      case 'layout':
        return this.#each(streets, count, (street) => {
          const query = this.#prefixQuery(street, false);
          const text = query && inEnglishLayout(query.text);
          return query && text ? { ...query, text, textWithoutHouse: text } : undefined;
        });
      case 'nothing':
        return Array.from({ length: count }, () => this.#nonsenseQuery());
    }
  }

  /** Chooses streets to be typed letter by letter: locality first, street first, and with types and house. */
  generateTargets(count: number): TypingTarget[] {
    this.#dice = new SeededRandom(`${this.#region.region} typing`);
    return this.#each(this.#region.streets, count, (street, i) => {
      const { locality: place, name, type } = street;
      const label = addressLabelOf(street);
      if (i % 3 === 0) return { ...this.#query(`${place.name} ${name}`, bagOfNames(street)), label };
      if (i % 3 === 1) return { ...this.#query(`${name} ${place.name}`, bagOfNames(street)), label };
      const text = `${place.type} ${place.name} ${type} ${name}`.toLowerCase();
      const query = this.#query(text, bagOfNamesAndTypes(street));
      const house = pickHouse(street.houses, this.#dice)?.[0];
      return house ? { ...query, text: `${text} ${house}`, label } : undefined;
    });
  }

  /** Makes `count` things of random items, one of each; skips items of which nothing can be made. */
  #each<From, To>(from: From[], count: number, make: (from: From, i: number) => To | undefined): To[] {
    const made: To[] = [];
    for (const one of this.#dice.shuffle(from)) {
      if (made.length >= count) break;
      const query = make(one, made.length);
      if (query) made.push(query);
    }
    return made;
  }

  /** A query whose right answers are the objects with these words as their key (`lexicon.ts`). */
  #query(text: string, key: string): BenchQuery {
    const textWithoutHouse = text.toLowerCase();
    return {
      text: textWithoutHouse,
      textWithoutHouse,
      within: this.#within,
      hits: this.#lexicon.byWords.get(key) ?? [],
    };
  }

  /** As few letters as leave at most five addresses to choose from. */
  #prefixQuery(street: KladrStreet, both: boolean): BenchQuery | undefined {
    const longest = (name: string) =>
      wordsAndDigits(name).reduce((a, b) => (b.length > a.length ? b : a), '');
    const [word, place] = [longest(street.name), longest(street.locality.name)];
    if (word.length < SHORTEST || place.length < SHORTEST || /\d/.test(word + place)) return undefined;
    const hits = this.#lexicon.byWords.get(bagOfNames(street)) ?? [];
    let [letters, placeLetters] = [SHORTEST, both ? SHORTEST : place.length];
    for (;;) {
      const placeTokens = both ? [place.slice(0, placeLetters)] : wordsAndDigits(street.locality.name);
      const tokens = [...placeTokens, word.slice(0, letters)];
      if (this.#lexicon.countOthers(tokens, hits, MAX_OTHERS) <= MAX_OTHERS)
        return { ...this.#query(tokens.join(' '), ''), hits };
      if (letters === word.length && placeLetters === place.length) break;
      if (letters < word.length && (letters <= placeLetters || placeLetters === place.length)) letters++;
      else placeLetters++;
    }
    return this.#query(`${street.locality.name} ${street.name}`, bagOfNames(street));
  }

  #formerQuery({ code, name, parents: [place] }: FormerObject): BenchQuery | undefined {
    const isStreetName = code.length === 15;
    const query = this.#query(isStreetName && place ? `${place.name} ${name}` : name, '');
    // What has this name today would be a right answer too: that asks for nothing.
    if (this.#lexicon.byWords.has(bagOfWords(query.text))) return undefined;
    const same = this.#region.former.filter(
      (other) =>
        bagOfWords(other.name) === bagOfWords(name) &&
        other.code.length === code.length &&
        (!isStreetName || other.parents[0]?.name === place?.name),
    );
    return { ...query, hits: same.map(({ now }) => fullCode(now)) };
  }

  #longTypeQuery(street: KladrStreet, typesLast: boolean): BenchQuery | undefined {
    const { locality: place } = street;
    const placeType = this.#longTypes.place.get(place.type) ?? '';
    const streetType = this.#longTypes.street.get(street.type) ?? '';
    if (!/^[а-яё ]{3,}$/.test(placeType) || !/^[а-яё ]{3,}$/.test(streetType)) return undefined;
    const text = typesLast
      ? `${place.name} ${placeType} ${street.name} ${streetType}`
      : `${placeType} ${place.name} ${streetType} ${street.name}`;
    return this.#query(text.replace('поселок', 'посёлок'), bagOfNamesAndTypes(street));
  }

  #houseQuery(street: KladrStreet, i: number, flat: boolean): BenchQuery | undefined {
    const house = pickHouse(street.houses, this.#dice);
    if (!house) return undefined;
    const [compact, spaced] = house;
    const written = [compact, `д ${compact}`, `дом ${spaced}`, `д.${spaced}`][i % 4] ?? compact;
    const door = flat ? [' кв 5', ', кв.12', ', квартира 7'][i % 3] : '';
    const { text, ...query } = this.#query(`${street.locality.name} ${street.name}`, bagOfNames(street));
    return { ...query, text: `${text} ${written}${door}`, house: parseInt(compact) };
  }

  #postcodeQueries(count: number): BenchQuery[] {
    const owners = new Map<string, string[]>();
    for (const object of [...this.#region.localities, ...this.#region.streets])
      for (const postcode of object.postcodes) {
        const codes = owners.get(postcode) ?? [];
        if (codes.length === 0) owners.set(postcode, codes);
        codes.push(fullCode(object));
      }
    return this.#each([...owners], count, ([text, hits]) => ({
      text,
      textWithoutHouse: text,
      within: this.#within,
      hits,
    }));
  }

  /** One letter wrong, in a word of at least five, so that nothing else fits what is typed. */
  #typoQuery(street: KladrStreet, atFirst: boolean): BenchQuery | undefined {
    const query = this.#query(`${street.locality.name} ${street.name}`, bagOfNames(street));
    const long = (query.text.match(/[а-яё]{5,}/g) ?? []).filter((word) =>
      wordsAndDigits(query.text).includes(lowerCaseWithoutYo(word)),
    );
    if (long.length === 0) return undefined;
    for (let tries = 0; tries < 5; tries++) {
      const word = this.#dice.pick(long);
      const text = query.text.replace(word, misspell(word, this.#dice, atFirst));
      const isPlain = text === query.text || this.#lexicon.countOthers(wordsAndDigits(text), [], 0) > 0;
      if (!isPlain) return { ...query, text, textWithoutHouse: text };
    }
    return undefined;
  }

  #nonsenseQuery(): BenchQuery {
    const strange = () => {
      for (;;) {
        const letters = Array.from({ length: 6 + this.#dice.nextBelow(4) }, (_, i) =>
          this.#dice.pick(Array.from(i % 2 ? 'аеиоуыэюяъ' : 'бвгджзклмнпрстфхцчшщ')),
        );
        if (this.#lexicon.isStrange(letters.join(''))) return letters.join('');
      }
    };
    const text = Array.from({ length: 1 + this.#dice.nextBelow(2) }, strange).join(' ');
    return { text, textWithoutHouse: text, within: this.#within, hits: [] };
  }
}
