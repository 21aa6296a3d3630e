/**
 * The fewest edits that turn `typed` into a beginning of `word`; `Infinity` if it takes more than `maxEdits`. An edit inserts,
 * removes or replaces a letter, or swaps two neighbours (Damerau–Levenshtein distance). Computed row by row: number `j` of row `i`
 * is the distance from the first `i` letters of `typed` to the first `j` of `word`. The result is the least number of the last row.
 *
 * @example prefixEditDistance('барнвул', 'барнаульская', 2) // 1
 */
export function prefixEditDistance(typed: string, word: string, maxEdits: number): number {
  if (typed.length > word.length + maxEdits) return Infinity;
  const width = Math.min(word.length, typed.length + maxEdits);
  // Three rows are enough: the current one, the one above, and the one above that, for swaps.
  let [aboveThat, above, row]: [number[], number[], number[]] = [[], [], []];
  for (let j = 0; j <= width; j++) above[j] = j;
  let leastEdits = 0;
  for (let i = 1; i <= typed.length && leastEdits <= maxEdits; i++) {
    const [letter, letterBefore] = [typed.charCodeAt(i - 1), typed.charCodeAt(i - 2)];
    row[0] = i;
    leastEdits = i;
    for (let j = 1; j <= width; j++) {
      const wordLetter = word.charCodeAt(j - 1);
      const isSwapped = letterBefore === wordLetter && letter === word.charCodeAt(j - 2);
      let edits = at(above, j - 1) + (letter === wordLetter ? 0 : 1);
      edits = Math.min(edits, at(above, j) + 1, at(row, j - 1) + 1);
      if (isSwapped) edits = Math.min(edits, at(aboveThat, j - 2) + 1);
      row[j] = edits;
      if (edits < leastEdits) leastEdits = edits;
    }
    [aboveThat, above, row] = [above, row, aboveThat];
  }
  return leastEdits > maxEdits ? Infinity : leastEdits;
}

/** Number `j` of a row, which has been computed. */
const at = (row: number[], j: number) => row[j] as number;
