import { MISSING, type Found } from './cost-table.ts';
import type { Locality } from '../index/region.ts';
import { PREFIX } from '../index/word-index.ts';

/** The nearest and largest first. */
export function compareLocalities(a: Locality, b: Locality, near: string): number {
  return (
    nearness(b, near) - nearness(a, near) ||
    b.status - a.status ||
    b.size - a.size ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
  );
}

/** How many levels two codes share, below the region. */
function nearness({ code }: Locality, near: string): number {
  return [5, 8, 11].filter((level) => near.length >= level && code.slice(0, level) === near.slice(0, level))
    .length;
}

/** Better first: see «Matching» in README.md. */
export const comparing = (near: string) => {
  const name = ({ street, locality }: Found) => street?.name ?? locality.name;
  return (a: Found, b: Found): number =>
    a.score - b.score ||
    Number(Boolean(a.street)) - Number(Boolean(b.street)) ||
    nearness(b.locality, near) - nearness(a.locality, near) ||
    a.untyped - b.untyped ||
    b.locality.status - a.locality.status ||
    b.locality.size - a.locality.size ||
    name(a).length - name(b).length ||
    ((a.street ?? a.locality).code < (b.street ?? b.locality).code ? -1 : 1);
};

/** How an answer answers, told by its score. */
export function sureness({ score, complete }: Found, fuzzy: boolean): 'exact' | 'prefix' | 'typo' | 'part' {
  if (!complete || score >= MISSING) return 'part';
  if (fuzzy) return 'typo';
  return score >= PREFIX ? 'prefix' : 'exact';
}
