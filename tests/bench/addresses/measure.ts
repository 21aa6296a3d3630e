/** Asks an engine and measures: the rank of the right suggestion, milliseconds, letters that had to be typed. */
import type { BenchQuery, TypingTarget } from './queries.ts';

/** One suggestion of an engine. */
interface EngineSuggestion {
  kladr: string;
  house?: string;
}

/** Asks an engine: at most `MAX_SUGGESTIONS`, the best first. */
export type AskEngine = (query: BenchQuery) => EngineSuggestion[] | Promise<EngineSuggestion[]>;

/** Suggestions that people see. */
export const MAX_SUGGESTIONS = 5;
/** Milliseconds. A query that takes longer is not asked again to measure it warm. */
const SLOW = 200;

/** What came of the queries of one class. */
export interface ClassResult {
  /** Rank of the right suggestion, query by query: 1 is the first, 0 is none. */
  ranks: number[];
  /** Milliseconds, likewise. */
  times: number[];
  /** How many of the first suggestions have another house than the one that was typed. */
  wrongHouses: number;
}

/** What came of addresses typed letter by letter. */
export interface TypingResult {
  /** For each address: letters until it was among the first five; `null` where it never was. */
  typed: (number | null)[];
  /** For each address: letters in its label. */
  labels: number[];
  /** Correct letters typed while the list showed the right address. */
  steps: number;
  /** Such letters after which the list did not show it any more: `барн лен → Барнаул, ул Ленина`. */
  lost: string[];
}

/** The rank of the right suggestion from 1, 0 for none. Where nothing should be found, no suggestion is rank 1. */
const rankOf = ({ hits, house }: BenchQuery, suggestions: EngineSuggestion[]): number =>
  hits.length === 0
    ? Number(suggestions.length === 0)
    : suggestions.findIndex(
        (suggestion) =>
          hits.includes(suggestion.kladr) &&
          (house === undefined || parseInt(suggestion.house ?? '') === house),
      ) + 1;

/** Whether a suggestion has a house, and not the one that was typed. */
const isWrongHouse = ({ house }: BenchQuery, suggestion: EngineSuggestion | undefined) =>
  house !== undefined && suggestion?.house !== undefined && parseInt(suggestion.house) !== house;

/** Asks a query of every class in turn, so that all classes have got as far when the seconds are over. */
export async function measureQueries<Name extends string>(
  queries: Record<Name, BenchQuery[]>,
  ask: AskEngine,
  seconds: number,
): Promise<Record<Name, ClassResult>> {
  const classes = Object.keys(queries) as Name[];
  const results = Object.fromEntries(
    classes.map((name): [string, ClassResult] => [name, { ranks: [], times: [], wrongHouses: 0 }]),
  ) as Record<Name, ClassResult>;
  const end = performance.now() + seconds * 1000;
  const most = Math.max(...classes.map((name) => queries[name].length));
  for (let i = 0; i < most && performance.now() < end; i++)
    for (const name of classes) {
      const query = queries[name][i];
      if (!query) continue;
      let startedAt = performance.now();
      const suggestions = await ask(query);
      let time = performance.now() - startedAt;
      if (time < SLOW) {
        startedAt = performance.now();
        await ask(query);
        time = performance.now() - startedAt;
      }
      results[name].ranks.push(rankOf(query, suggestions.slice(0, MAX_SUGGESTIONS)));
      results[name].times.push(time);
      if (isWrongHouse(query, suggestions[0])) results[name].wrongHouses++;
    }
  return results;
}

/** Types each target letter by letter, as long as the seconds last. */
export async function measureTyping(
  targets: TypingTarget[],
  ask: AskEngine,
  seconds: number,
): Promise<TypingResult> {
  const result: TypingResult = { typed: [], labels: [], steps: 0, lost: [] };
  const end = performance.now() + seconds * 1000;
  for (const { label, ...target } of targets) {
    if (performance.now() > end) break;
    let first: number | null = null;
    let shown = false;
    for (let letters = 1; letters <= target.text.length; letters++) {
      const text = target.text.slice(0, letters);
      const plain = text.slice(0, target.textWithoutHouse.length);
      const suggestions = await ask({ ...target, text, textWithoutHouse: plain });
      const isShown = rankOf(target, suggestions.slice(0, MAX_SUGGESTIONS)) > 0;
      if (shown) {
        result.steps++;
        if (!isShown) result.lost.push(`${text} → ${label}`);
      }
      if (isShown) first ??= letters;
      shown = isShown;
    }
    result.typed.push(first);
    result.labels.push(label.length);
  }
  return result;
}

/**
 * The number that a share of the numbers does not reach, unsorted; `NaN` of none.
 *
 * @example quantile([30, 10, 20, 40], 0.5) // 30
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
/** The middle of some numbers. */
export const median = (values: readonly number[]) => quantile(values, 0.5);
/** The share of queries whose right suggestion is among the first `most`: `hitRate(5, [1, 7, 0, 2])` is 0.5. */
export const hitRate = (most: number, ranks: readonly number[]) =>
  ranks.filter((rank) => rank > 0 && rank <= most).length / ranks.length;
