import type { Locality, Region, Street } from './region.ts';
import { allowedEdits, editsToPrefix } from './text.ts';

/** What it costs that a token is only the beginning of a word, is one edit away, or is a type nothing here has. */
const PREFIX = 10;
const EDIT = 100;
const MISSING = 1000;
/** A type that agrees speaks for a suggestion. */
const AGREES = -1;

export interface Token {
  text: string;
  /** A word for a type, or its beginning: helps to choose, never excludes. */
  hint: boolean;
  /** The types it may mean, in their short form, and what each costs. */
  types: Map<string, number>;
  postcode: boolean;
}

/** How a locality and what lies above it answer the tokens; `Infinity` where they don't. */
export interface Match {
  locality: Locality;
  /** Costs by the locality's own name. */
  own: number[];
  /** Costs by any name: its own and those above. */
  names: number[];
  types: number[];
  /** Tokens found in names. */
  named: number;
}

export interface Found {
  locality: Locality;
  street?: Street;
  /** Lower is better. */
  score: number;
  /** False where only part of what was typed is in it. */
  complete: boolean;
}

export function tokensFor(region: Region, texts: string[]): Token[] {
  const tokens = texts.map((text): Token => {
    const types = new Map<string, number>();
    for (const [type, names] of region.typeWords) {
      if (names.includes(text)) types.set(type, AGREES);
      else if (text.length > 1 && names.some((name) => name.startsWith(text))) types.set(type, PREFIX);
    }
    return { text, types, hint: types.size > 0 || text === 'россия', postcode: /^\d{6}$/.test(text) };
  });
  return tokens.sort((a, b) => b.text.length - a.text.length); // long words choose first which name they mean
}

export function cost({ text }: Token, word: string, fuzzy: boolean): number {
  if (word.startsWith(text)) return word === text ? 0 : PREFIX;
  const most = fuzzy ? allowedEdits(text) : 0;
  return most ? PREFIX + EDIT * editsToPrefix(text, word, most) : Infinity;
}

const lowest = (token: Token, words: string[], fuzzy: boolean) => {
  let best = Infinity;
  for (const word of words) best = Math.min(best, cost(token, word, fuzzy));
  return best;
};

/** Every locality of the region, by its code, against the tokens; the ones above come before those that lie in them. */
export function matchLocalities(region: Region, tokens: Token[], fuzzy: boolean): Map<string, Match> {
  const none = tokens.map(() => Infinity);
  const matches = new Map<string, Match>();
  for (const locality of region.localities) {
    const above = matches.get(locality.parents[0]?.code ?? '');
    const own = costs(none, (token) =>
      token.postcode && token.text === locality.postcode ? 0 : lowest(token, locality.words, fuzzy),
    );
    const names = cheaper(own, above?.names ?? none);
    const ofType = costs(none, (token) => token.types.get(locality.type) ?? Infinity);
    const types = cheaper(ofType, above?.types ?? none);
    // One letter, or the beginning of a type, says too little to fetch streets for it.
    const tells = (token: Token, i: number) => names[i] === 0 || (token.text.length > 1 && !token.hint);
    const named =
      names === none ? 0 : tokens.filter((token, i) => names[i] !== Infinity && tells(token, i)).length;
    matches.set(locality.code, { locality, own, names, types, named });
  }
  return matches;

  /** One cost a token; the array `none` itself where nothing fits, as for most localities. */
  function costs(nothing: number[], of: (token: Token) => number): number[] {
    let all: number[] | undefined;
    tokens.forEach((token, i) => {
      const price = of(token);
      if (price !== Infinity) (all ??= [...nothing])[i] = price;
    });
    return all ?? nothing;
  }
  function cheaper(a: number[], b: number[]): number[] {
    if (a === none) return b;
    return b === none ? a : a.map((price, i) => Math.min(price, b[i] ?? Infinity));
  }
}

const isArea = ({ code, streets }: Locality) => code.endsWith('000000') && !streets;

/** The locality itself as a suggestion. */
export function findLocality({ locality, own, names, types }: Match, tokens: Token[]): Found | undefined {
  if (isArea(locality)) return undefined;
  let score = 0;
  let complete = true;
  tokens.forEach((token, i) => {
    const best = Math.min(names[i] ?? Infinity, types[i] ?? Infinity);
    if (best !== Infinity) score += best;
    else if (token.hint || token.postcode) {
      score += MISSING;
      complete = false;
    } else score = Infinity;
  });
  if (score === Infinity) return undefined;
  if (own.some((best) => best !== Infinity)) return { locality, score, complete };
  // Only its district is named: worth showing, after all that is named itself.
  return isArea(locality.parents[0] ?? locality) && names.includes(0)
    ? { locality, score: score + EDIT / 2, complete }
    : undefined;
}

/** A street as a suggestion: its own name must be among what was typed, and no word of it counts twice. */
export function findStreet(
  street: Street,
  { locality, names, types }: Match,
  tokens: Token[],
  fuzzy: boolean,
): Found | undefined {
  let score = 0;
  let named = false;
  let used = 0; // a bit a word
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) break;
    const above = names[i] ?? Infinity;
    let own = token.postcode && token.text === street.postcode ? 0 : Infinity;
    let mine = 0;
    for (let n = 0; n < street.words.length; n++) {
      const price = used & (1 << n) ? Infinity : cost(token, street.words[n] ?? '', fuzzy);
      if (price < own) [own, mine] = [price, 1 << n];
    }
    if (own !== Infinity && own <= above) {
      score += own;
      named = true;
      used |= mine;
    } else if (above !== Infinity) score += above;
    else {
      const type = Math.min(types[i] ?? Infinity, token.types.get(street.type) ?? Infinity);
      if (type !== Infinity) score += type;
      else if (token.hint || token.postcode) score += MISSING;
      else return undefined;
    }
  }
  return named ? { locality, street, score, complete: true } : undefined;
}
