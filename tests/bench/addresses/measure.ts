/** Asks an engine and keeps what came of it: rank of the right answer, milliseconds, letters that had to be typed. */
import type { QueryClass, BenchQuery, TypingTarget } from './queries.ts';

interface Answer {
  kladr: string;
  house?: string;
}

/** At most five answers, the best first. */
export type AskEngine = (query: BenchQuery) => Answer[] | Promise<Answer[]>;

export const MAX_SUGGESTIONS = 5;
/** Milliseconds: slower than so a query is not asked a second time to see it warm. */
const SLOW = 200;

export interface ClassResult {
  /** Place of the right answer from 1 on, 0 for none, query by query in their order. */
  ranks: number[];
  /** Milliseconds, likewise. */
  times: number[];
}

export interface TypingResult {
  /** Letters until the right address is among the first five; `null`: never. */
  typed: (number | null)[];
  /** Letters in the label of each. */
  labels: number[];
  /** Steps to a next correct letter from a list that had the right address; */
  steps: number;
  /** what stood there when it was lost, with the address. */
  lost: string[];
}

const rankOf = ({ hits, house }: BenchQuery, answers: Answer[]): number =>
  hits.length === 0
    ? Number(answers.length === 0)
    : answers.findIndex(
        (answer) =>
          hits.includes(answer.kladr) && (house === undefined || parseInt(answer.house ?? '') === house),
      ) + 1;

/** A query of every class in turn, so that all classes stop at the same place when the seconds are over. */
export async function measureQueries(
  queries: Record<QueryClass, BenchQuery[]>,
  ask: AskEngine,
  seconds: number,
): Promise<Record<QueryClass, ClassResult>> {
  const classes = Object.keys(queries) as QueryClass[];
  const results = Object.fromEntries(
    classes.map((name): [string, ClassResult] => [name, { ranks: [], times: [] }]),
  ) as Record<QueryClass, ClassResult>;
  const end = performance.now() + seconds * 1000;
  const most = Math.max(...classes.map((name) => queries[name].length));
  for (let i = 0; i < most && performance.now() < end; i++)
    for (const name of classes) {
      const query = queries[name][i];
      if (!query) continue;
      let began = performance.now();
      const answers = await ask(query);
      let time = performance.now() - began;
      if (time < SLOW) {
        began = performance.now();
        await ask(query);
        time = performance.now() - began;
      }
      results[name].ranks.push(rankOf(query, answers.slice(0, MAX_SUGGESTIONS)));
      results[name].times.push(time);
    }
  return results;
}

/** Types each target letter by letter. */
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
      const answers = await ask({ ...target, text, textWithoutHouse: plain });
      const isShown = rankOf(target, answers.slice(0, MAX_SUGGESTIONS)) > 0;
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

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
export const median = (values: readonly number[]) => quantile(values, 0.5);
export const hitRate = (most: number, ranks: readonly number[]) =>
  ranks.filter((rank) => rank > 0 && rank <= most).length / ranks.length;
