import { prefixEditDistance } from '../text/edit-distance.ts';

/** Marks the end of a name: an end that is missing counts as three edits, however long it is. */
const END = '\0\0\0';

/**
 * Finds the name that is most like what was typed; `undefined` where none is. Every fourth letter may be another one.
 *
 * @example findNearest('okno-aplication-form', ['okno-rating-form', 'okno-application-form']) // 'okno-application-form'
 */
export function findNearest(typed: string, names: readonly string[]): string | undefined {
  let least = Math.ceil(typed.length / 4);
  let nearest: string | undefined;
  for (const name of names) {
    const edits = prefixEditDistance(typed + END, name + END, least);
    if (edits > least || (edits === least && nearest !== undefined)) continue;
    least = edits;
    nearest = name;
  }
  return nearest;
}
