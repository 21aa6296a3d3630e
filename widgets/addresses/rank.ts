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

/** Every locality of the region against the tokens; the ones above come before those that lie in them. */
export function matchLocalities(region: Region, tokens: Token[], fuzzy: boolean): Map<Locality, Match> {
  const matches = new Map<Locality, Match>();
  for (const locality of region.localities) {
    const above = locality.parents.flatMap((parent) => matches.get(parent) ?? []);
    const own = tokens.map((token) =>
      token.postcode && token.text === locality.postcode ? 0 : lowest(token, locality.words, fuzzy),
    );
    const names = own.map((best, i) => Math.min(best, ...above.map((parent) => parent.own[i] ?? Infinity)));
    const types = tokens.map((token, i) =>
      Math.min(
        token.types.get(locality.type) ?? Infinity,
        ...above.map((parent) => parent.types[i] ?? Infinity),
      ),
    );
    // One letter, or the beginning of a type, says too little to fetch streets for it.
    const tells = (token: Token, i: number) => names[i] === 0 || (token.text.length > 1 && !token.hint);
    const named = tokens.filter((token, i) => names[i] !== Infinity && tells(token, i)).length;
    matches.set(locality, { locality, own, names, types, named });
  }
  return matches;
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
  const used = new Set<string>();
  for (const [i, token] of tokens.entries()) {
    const above = names[i] ?? Infinity;
    let own = token.postcode && token.text === street.postcode ? 0 : Infinity;
    let mine: string | undefined;
    for (const [n, word] of street.words.entries()) {
      const price = used.has(`${n}`) ? Infinity : cost(token, word, fuzzy);
      if (price < own) [own, mine] = [price, `${n}`];
    }
    if (own !== Infinity && own <= above) {
      score += own;
      named = true;
      if (mine) used.add(mine);
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
