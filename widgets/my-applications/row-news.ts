import { titleOf, type ListContext } from './list-state.ts';
import { sentenceOf } from './row-words.ts';
import type { Row } from './rows.ts';

/** How each case of a list stands, by its number: in a few words that are compared, and shown to nobody. */
export type Standing = ReadonlyMap<string, string>;

/** Says of each case how it stands, as far as it concerns the citizen: whether it waits for her, has ended, or is late. */
export const standingOf = (rows: readonly Row[]): Standing =>
  new Map(
    rows.flatMap(({ key, group, kase }) =>
      kase?.status ? [[key, `${group} ${kase.need?.kind ?? ''} ${kase.status.overdue}`]] : [],
    ),
  );

/** A sentence for each case that has stood in the list before, and stands otherwise now. */
export const newsInRows = (before: Standing, now: Standing, context: ListContext): string[] =>
  context.cabinet.rows
    .filter(({ key }) => before.has(key) && now.has(key) && before.get(key) !== now.get(key))
    .map((row) => `${titleOf(row, context.messages)}. ${sentenceOf(row, context)}`);
