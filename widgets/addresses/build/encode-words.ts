import { words } from '../../text/words.ts';
import { FORMAT } from '../index/format.ts';
import type { IndexWriter } from './index-writer.ts';
import type { AddressRow, FormerRow } from './source.ts';
import { writeNumbers, writeRefs, writeCells, writeSteps, writeWords } from './write-columns.ts';

/** Localities in one file of words: about 5 KB packed. */
const POSTINGS = 3000;
/** Shorter words say too little to look a street up by. */
const SHORTEST_WORD = 3;

/** A word, and the rows of the localities that have a street with it, or a postcode. */
type Entry = [word: string, localities: number[]];

interface Named {
  streets: AddressRow[];
  former: FormerRow[];
  /** The row of the locality of a street. */
  rowOf: (object: { code: string }) => number;
}

/** Writes the files of words; gives the three columns of the root that lead to them. */
export function addWordFiles(writer: IndexWriter, named: Named): string[] {
  const files = parted(entriesOf(named)).map((entries) => ({
    first: entries[0]?.[0] ?? '',
    ref: writer.add('i', {
      header: { format: FORMAT },
      columns: [
        ...writeWords(entries.map(([word]) => word)),
        writeNumbers(entries.map(([, localities]) => localities.length)),
        entries.map(([, localities]) => writeSteps(localities)).join(''),
      ],
    }),
  }));
  return [writeCells(files.map(({ first }) => first)), ...writeRefs(files.map(({ ref }) => ref))];
}

/** Every word of a street name, present or former, and every postcode, sorted. */
function entriesOf({ streets, former, rowOf }: Named): Entry[] {
  const localities = new Map<string, Set<number>>();
  const note = (word: string, row: number) => {
    if (word.length < SHORTEST_WORD) return;
    const known = localities.get(word);
    if (known) known.add(row);
    else localities.set(word, new Set([row]));
  };
  for (const one of [...streets, ...former]) for (const word of words(one.name)) note(word, rowOf(one));
  for (const street of streets)
    for (const { postcode } of [street, ...street.houses]) if (postcode) note(postcode, rowOf(street));
  return [...localities]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, rows]) => [word, [...rows].sort((a, b) => a - b)]);
}

function parted(entries: Entry[]): Entry[][] {
  const files: Entry[][] = [[]];
  let postings = 0;
  for (const entry of entries) {
    if (postings > POSTINGS) {
      files.push([]);
      postings = 0;
    }
    files.at(-1)?.push(entry);
    postings += entry[1].length;
  }
  return files.filter(({ length }) => length > 0);
}
