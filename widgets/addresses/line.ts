import { cost, type Token } from './rank.ts';
import type { Locality } from './region.ts';
import type { Answer } from './search.ts';
import { wordsAt } from './text.ts';

/** A part of a line, `[from, to)`, that answers to what was typed. */
export type Mark = [from: number, to: number];

export interface Suggestion {
  /** The address as people read it, e.g. «Барнаул, пр-кт Ленина, 12, кв 5». */
  line: string;
  kind: 'locality' | 'street' | 'house';
  /** КЛАДР code of the locality (13 digits) or the street (17), with the status 00. */
  kladr: string;
  okato?: string;
  postcode?: string;
  /** As typed, in one spelling: `12а`, `65/1`, `29к2`. Whether it exists is not known to this form of the index. */
  house?: string;
  flat?: string;
  marks: Mark[];
}

/** How a locality is called: towns go without type, districts («Павловский р-н») have it behind. */
function called({ name, type, code }: Locality): string {
  if (type === 'г') return name;
  return code.endsWith('000000') ? `${name} ${type}` : `${type} ${name}`;
}

export function suggestionOf(found: Answer, tokens: Token[], fuzzy: boolean): Suggestion {
  const { locality, street, house, flat } = found;
  // A town is known without what it lies in; the region goes without saying.
  const above = locality.type === 'г' ? [] : locality.parents.slice(0, -1).reverse();
  const parts = [...above, locality].map(called);
  if (street) parts.push(`${street.type} ${street.name}`);
  const marks = marksIn(parts.join(', '), tokens, fuzzy);
  for (const part of [house, flat && `кв ${flat}`]) {
    if (!part) continue;
    parts.push(part);
    const end = parts.join(', ').length;
    marks.push([end - part.length, end]);
  }
  const { okato, postcode } = street ?? locality;
  return {
    line: parts.join(', '),
    kind: house ? 'house' : street ? 'street' : 'locality',
    kladr: `${street?.code ?? locality.code}00`,
    ...(okato && { okato }),
    ...(postcode && { postcode }),
    ...(house && { house }),
    ...(flat && { flat }),
    marks,
  };
}

function marksIn(text: string, tokens: Token[], fuzzy: boolean): Mark[] {
  const free = wordsAt(text);
  const marks = tokens.flatMap((token): Mark[] => {
    let best = Infinity;
    let at = -1;
    free.forEach((word, i) => {
      const price = cost(token, word.text, fuzzy);
      if (price < best) [best, at] = [price, i];
    });
    const [word] = at < 0 ? [] : free.splice(at, 1);
    return word ? [[word.at, word.at + Math.min(token.text.length, word.text.length)]] : [];
  });
  return marks.sort(([a], [b]) => a - b);
}
