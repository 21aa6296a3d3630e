/**
 * The fewest edits (a letter more, less, another, or two swapped) that make `typed` the beginning of `word`;
 * `Infinity` above `most`. It is the distance of Damerau and Levenshtein, row by row: number `j` of row `i` is the fewest
 * edits from the first `i` letters that were typed to the first `j` of the word.
 *
 * @example editsToPrefix('барнвул', 'барнаульская', 2) // 1
 */
export function prefixEditDistance(typed: string, word: string, most: number): number {
  if (typed.length > word.length + most) return Infinity;
  const width = Math.min(word.length, typed.length + most);
  let [before, above, row]: [number[], number[], number[]] = [[], [], []];
  for (let j = 0; j <= width; j++) above[j] = j;
  let least = 0;
  for (let i = 1; i <= typed.length && least <= most; i++) {
    const [letter, letterBefore] = [typed.charCodeAt(i - 1), typed.charCodeAt(i - 2)];
    row[0] = i;
    least = i;
    for (let j = 1; j <= width; j++) {
      const other = word.charCodeAt(j - 1);
      const isSwapped = letterBefore === other && letter === word.charCodeAt(j - 2);
      let edits = at(above, j - 1) + (letter === other ? 0 : 1);
      edits = Math.min(edits, at(above, j) + 1, at(row, j - 1) + 1);
      if (isSwapped) edits = Math.min(edits, at(before, j - 2) + 1);
      row[j] = edits;
      if (edits < least) least = edits;
    }
    [before, above, row] = [above, row, before];
  }
  return least > most ? Infinity : least;
}

const at = (row: number[], j: number) => row[j] as number;
