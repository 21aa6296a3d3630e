import type { Reading } from './query.ts';
import { findLocality, findStreet, matchLocalities, tokensFor } from './rank.ts';
import type { Found, Match, Token } from './rank.ts';
import { bundleOf, type Bundle, type Locality, type Region } from './region.ts';

/** At equal rights the last number belongs to the name: «Ветеранов 2» is «Ветеранов 2-я» first. */
const HOUSE = 5;

/** Something found, with the house and flat that were typed behind it. */
export interface Answer extends Found, Omit<Reading, 'tokens'> {}

/** One reading of a query, on its way through a region. */
export class Search {
  readonly found: Answer[] = [];
  readonly tokens: Token[];
  readonly #reading: Reading;
  readonly #fuzzy: boolean;
  readonly #matches: Map<string, Match>;
  readonly #within: string;

  /** Begins with the localities whose code begins with `within`. */
  constructor(region: Region, reading: Reading, within: string, fuzzy: boolean) {
    this.#reading = reading;
    this.#fuzzy = fuzzy;
    this.tokens = tokensFor(region, reading.tokens);
    this.#matches = matchLocalities(region, this.tokens, fuzzy);
    this.#within = within;
    for (const match of this.#matches.values()) {
      // In a town a house has a street.
      if (reading.house && match.locality.type === 'г') continue;
      if (this.#isInside(match.locality)) this.#add(findLocality(match, this.tokens));
    }
  }

  inStreets(bundle: Bundle): void {
    for (const [code, streets] of bundle) {
      const match = this.#matches.get(code);
      if (!match || !this.#isInside(match.locality)) continue;
      for (const street of streets) this.#add(findStreet(street, match, this.tokens, this.#fuzzy));
    }
  }

  /**
   * The street files of the localities that the tokens name, where a token is left for the street, the likeliest first: of
   * the best one and those of the same name; of those that the same tokens name; of all others.
   */
  namedBundles(): Record<'namesakes' | 'likely' | 'others', string[]> {
    const price = ({ names }: Match) => names.reduce((sum, best) => sum + (best === Infinity ? 0 : best), 0);
    const weight = ({ status, streets }: Locality) => status * 10_000 + streets;
    const named = [...this.#matches.values()]
      .filter(({ named, names }) => named > 0 && names.includes(Infinity))
      .filter(({ locality }) => locality.streets > 0 && this.#isInside(locality))
      .sort((a, b) => b.named - a.named || price(a) - price(b) || weight(b.locality) - weight(a.locality));
    const [best] = named;
    const isLikely = ({ names }: Match) =>
      names.every((name, i) => (name === Infinity) === (best?.names[i] === Infinity));
    const isNamesake = (match: Match) => isLikely(match) && match.locality.name === best?.locality.name;
    const bundles = (wanted: (match: Match) => boolean) =>
      named.filter(wanted).map(({ locality }) => bundleOf(locality));
    return {
      namesakes: bundles(isNamesake),
      likely: bundles(isLikely),
      others: bundles((match) => !isLikely(match)),
    };
  }

  #isInside({ code }: Locality): boolean {
    return code.startsWith(this.#within);
  }

  #add(found: Found | undefined): void {
    const { house, flat } = this.#reading;
    if (!found) return;
    this.found.push({
      ...found,
      score: found.score + (house ? HOUSE : 0),
      ...(house && { house }),
      ...(flat && { flat }),
    });
  }
}

/** Better first: see «Matching» in README.md. */
export function compare(a: Found, b: Found): number {
  const name = ({ street, locality }: Found) => street?.name ?? locality.name;
  const code = ({ street, locality }: Found) => street?.code ?? locality.code;
  return (
    a.score - b.score ||
    Number(Boolean(a.street)) - Number(Boolean(b.street)) ||
    b.locality.status - a.locality.status ||
    b.locality.streets - a.locality.streets ||
    name(a).length - name(b).length ||
    (code(a) < code(b) ? -1 : 1)
  );
}
