// Longer than most: a class of queries is a few lines, and there are sixteen.
/** What people would type, made from the КЛАДР files: query classes, each query with the codes that answer it. */
import { labelOf, type Former, type Kladr, type Region, type Street } from './kladr.ts';
import { inEnglishLayout, misspelt, oneHouse } from './as-typed.ts';
import { bag, bagOf, Dice, fold, fullCode, Lexicon, typedBagOf, words } from './words.ts';

export interface Query {
  text: string;
  /** For those who know no houses: the same without house and flat. */
  plain: string;
  /** The region that a site is preset to; empty in an index of one region. */
  within: string;
  /** Codes that count; none where nothing should be found. */
  hits: string[];
  /** Number of the house that should be understood. */
  house?: number;
}

export const CLASSES = {
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
export type Class = keyof typeof CLASSES;

/** The classes that the goal «exact and prefix» speaks of. */
export const PLAIN_CLASSES = (Object.keys(CLASSES) as Class[]).filter(
  (name) => !['typo', 'typoFirst', 'layout', 'nothing'].includes(name),
);

/** A street to be typed letter by letter. */
export interface Target extends Query {
  label: string;
}

/** At most so many other addresses may fit a query that ends in a beginning: any engine can show five. */
const MOST_OTHERS = 4;
const SHORTEST = 3;

export class Questions {
  readonly #region: Region;
  readonly #said: Kladr['said'];
  readonly #lexicon: Lexicon;
  readonly #within: string;
  #dice = new Dice('');

  constructor(region: Region, said: Kladr['said'], within: string) {
    this.#region = region;
    this.#said = said;
    this.#lexicon = new Lexicon(region, said);
    this.#within = within;
  }

  /** At most so many queries of a class; fewer where the region has no more. */
  of(name: Class, count: number): Query[] {
    const { places, streets, former } = this.#region;
    this.#dice = new Dice(`${this.#region.region} ${name}`);
    const towns = () => streets.filter(({ code }) => code.slice(8, 11) === '000');
    const villages = () => streets.filter(({ code }) => code.slice(8, 11) !== '000');
    const housed = (list: Street[]) => list.filter(({ houses }) => houses.length > 0);
    switch (name) {
      case 'locality':
        return this.#each(
          places.filter(({ code }) => !code.endsWith('000000')),
          count,
          (place) => this.#query(place.name, bagOf(place)),
        );
      case 'streetPrefix':
        return this.#each(streets, count, (street) => this.#begun(street, false));
      case 'prefixes':
        return this.#each(streets, count, (street) => this.#begun(street, true));
      case 'streetFirst':
        return this.#each(streets, count, (street) =>
          this.#query(`${street.name} ${street.place.name}`, bagOf(street)),
        );
      case 'longTypes':
        return this.#each(streets, count, (street, i) => this.#longTypes(street, i % 4 === 3));
      case 'dottedTypes':
        return this.#each(streets, count, ({ place, ...street }, i) => {
          const [gap, comma] = [['', ' '][i % 2], ['', ','][(i >> 1) % 2]];
          const text = `${place.type}.${gap}${place.name}${comma} ${street.type}.${gap}${street.name}`;
          return this.#query(text, typedBagOf({ ...street, place }));
        });
      case 'house':
        return this.#each(housed(towns()), count, (street, i) => this.#housed(street, i, false));
      case 'flat':
        return this.#each(housed(streets), count, (street, i) => this.#housed(street, i, true));
      case 'village':
        return this.#each(housed(villages()), count, (street, i) => this.#housed(street, i, false));
      case 'former': {
        const isPlace = ({ code }: Former) => code.length === 11;
        const ofPlaces = this.#each(former.filter(isPlace), count / 2, (one) => this.#former(one));
        const rest = former.filter((one) => !isPlace(one));
        const ofStreets = this.#each(rest, count - ofPlaces.length, (one) => this.#former(one));
        return this.#dice.shuffled([...ofPlaces, ...ofStreets]);
      }
      case 'postcode':
        return this.#postcodes(count);
      case 'postcodeStreet':
        return this.#each(streets, count, (street) => {
          const [postcode] = street.postcodes;
          const hits = streets.filter(
            ({ name, postcodes }) => name === street.name && postcode && postcodes.includes(postcode),
          );
          const text = `${postcode} ${street.name}`;
          return postcode ? { ...this.#query(text, bagOf(street)), hits: hits.map(fullCode) } : undefined;
        });
      case 'typo':
      case 'typoFirst':
        return this.#each(streets, count, (street) => this.#mistyped(street, name === 'typoFirst'));
      case 'layout':
        return this.#each(streets, count, (street) => {
          const query = this.#begun(street, false);
          const text = query && inEnglishLayout(query.text);
          return query && text ? { ...query, text, plain: text } : undefined;
        });
      case 'nothing':
        return Array.from({ length: count }, () => this.#nonsense());
    }
  }

  /** Streets to be typed letter by letter in three ways. */
  targets(count: number): Target[] {
    this.#dice = new Dice(`${this.#region.region} typing`);
    return this.#each(this.#region.streets, count, (street, i) => {
      const { place, name, type } = street;
      const label = labelOf(street);
      if (i % 3 === 0) return { ...this.#query(`${place.name} ${name}`, bagOf(street)), label };
      if (i % 3 === 1) return { ...this.#query(`${name} ${place.name}`, bagOf(street)), label };
      const text = `${place.type} ${place.name} ${type} ${name}`.toLowerCase();
      const query = this.#query(text, typedBagOf(street));
      const house = oneHouse(street.houses, this.#dice)?.[0];
      return house ? { ...query, text: `${text} ${house}`, label } : undefined;
    });
  }

  #each<From, To>(from: From[], count: number, make: (from: From, i: number) => To | undefined): To[] {
    const made: To[] = [];
    for (const one of this.#dice.shuffled(from)) {
      if (made.length >= count) break;
      const query = make(one, made.length);
      if (query) made.push(query);
    }
    return made;
  }

  #query(text: string, key: string): Query {
    const plain = text.toLowerCase();
    return { text: plain, plain, within: this.#within, hits: this.#lexicon.byWords.get(key) ?? [] };
  }

  /** As few letters as leave at most five addresses to choose from. */
  #begun(street: Street, both: boolean): Query | undefined {
    const longest = (name: string) => words(name).reduce((a, b) => (b.length > a.length ? b : a), '');
    const [word, place] = [longest(street.name), longest(street.place.name)];
    if (word.length < SHORTEST || place.length < SHORTEST || /\d/.test(word + place)) return undefined;
    const hits = this.#lexicon.byWords.get(bagOf(street)) ?? [];
    let [letters, placeLetters] = [SHORTEST, both ? SHORTEST : place.length];
    for (;;) {
      const placeTokens = both ? [place.slice(0, placeLetters)] : words(street.place.name);
      const tokens = [...placeTokens, word.slice(0, letters)];
      if (this.#lexicon.others(tokens, hits, MOST_OTHERS) <= MOST_OTHERS)
        return { ...this.#query(tokens.join(' '), ''), hits };
      if (letters === word.length && placeLetters === place.length) break;
      if (letters < word.length && (letters <= placeLetters || placeLetters === place.length)) letters++;
      else placeLetters++;
    }
    return this.#query(`${street.place.name} ${street.name}`, bagOf(street));
  }

  #former({ code, name, above: [place] }: Former): Query | undefined {
    const isStreetName = code.length === 15;
    const query = this.#query(isStreetName && place ? `${place.name} ${name}` : name, '');
    // What has this name today would be a right answer too: that asks for nothing.
    if (this.#lexicon.byWords.has(bag(query.text))) return undefined;
    const same = this.#region.former.filter(
      (other) =>
        bag(other.name) === bag(name) &&
        other.code.length === code.length &&
        (!isStreetName || other.above[0]?.name === place?.name),
    );
    return { ...query, hits: same.map(({ now }) => fullCode(now)) };
  }

  #longTypes(street: Street, typesLast: boolean): Query | undefined {
    const { place } = street;
    const placeType = this.#said.place.get(place.type) ?? '';
    const streetType = this.#said.street.get(street.type) ?? '';
    if (!/^[а-яё ]{3,}$/.test(placeType) || !/^[а-яё ]{3,}$/.test(streetType)) return undefined;
    const text = typesLast
      ? `${place.name} ${placeType} ${street.name} ${streetType}`
      : `${placeType} ${place.name} ${streetType} ${street.name}`;
    return this.#query(text.replace('поселок', 'посёлок'), typedBagOf(street));
  }

  #housed(street: Street, i: number, flat: boolean): Query | undefined {
    const house = oneHouse(street.houses, this.#dice);
    if (!house) return undefined;
    const [compact, spaced] = house;
    const written = [compact, `д ${compact}`, `дом ${spaced}`, `д.${spaced}`][i % 4] ?? compact;
    const door = flat ? [' кв 5', ', кв.12', ', квартира 7'][i % 3] : '';
    const { text, ...query } = this.#query(`${street.place.name} ${street.name}`, bagOf(street));
    return { ...query, text: `${text} ${written}${door}`, house: parseInt(compact) };
  }

  #postcodes(count: number): Query[] {
    const owners = new Map<string, string[]>();
    for (const object of [...this.#region.places, ...this.#region.streets])
      for (const postcode of object.postcodes) {
        const codes = owners.get(postcode) ?? [];
        if (codes.length === 0) owners.set(postcode, codes);
        codes.push(fullCode(object));
      }
    return this.#each([...owners], count, ([text, hits]) => ({
      text,
      plain: text,
      within: this.#within,
      hits,
    }));
  }

  /** One letter wrong, in a word of at least five, so that nothing else fits what is typed. */
  #mistyped(street: Street, atFirst: boolean): Query | undefined {
    const query = this.#query(`${street.place.name} ${street.name}`, bagOf(street));
    const long = (query.text.match(/[а-яё]{5,}/g) ?? []).filter((word) =>
      words(query.text).includes(fold(word)),
    );
    if (long.length === 0) return undefined;
    for (let tries = 0; tries < 5; tries++) {
      const word = this.#dice.one(long);
      const text = query.text.replace(word, misspelt(word, this.#dice, atFirst));
      const isPlain = text === query.text || this.#lexicon.others(words(text), [], 0) > 0;
      if (!isPlain) return { ...query, text, plain: text };
    }
    return undefined;
  }

  #nonsense(): Query {
    const strange = () => {
      for (;;) {
        const letters = Array.from({ length: 6 + this.#dice.below(4) }, (_, i) =>
          this.#dice.one(Array.from(i % 2 ? 'аеиоуыэюяъ' : 'бвгджзклмнпрстфхцчшщ')),
        );
        if (this.#lexicon.isStrange(letters.join(''))) return letters.join('');
      }
    };
    const text = Array.from({ length: 1 + this.#dice.below(2) }, strange).join(' ');
    return { text, plain: text, within: this.#within, hits: [] };
  }
}
