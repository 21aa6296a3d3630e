import { splitWords } from '../../text/words.ts';
import { FORMAT_VERSION } from '../index/format.ts';
import type { IndexWriter } from './index-writer.ts';
import type { AddressRow, FormerNameRow } from './dataset.ts';
import { writeNumbers, writeRefs, writeCells, writeDeltas, writeSortedWords } from './write-columns.ts';

/** Localities in one file of words: about 5 KB packed. */
const MAX_POSTINGS = 3000;
/** Shorter words say too little to look a street up by. */
const MIN_WORD_LENGTH = 3;

/** A word, and the rows of the localities that have a street with it, or a postcode. */
type WordPostings = [word: string, localities: number[]];

interface NamedRows {
  streets: AddressRow[];
  former: FormerNameRow[];
  /** The row of the locality of a street. */
  rowOf: (object: { code: string }) => number;
}

/** Writes the files of words; gives the three columns of the root that lead to them. */
export function writeWordFiles(writer: IndexWriter, named: NamedRows): string[] {
  const files = splitByPostings(wordPostings(named)).map((entries) => ({
    first: entries[0]?.[0] ?? '',
    ref: writer.addFile('i', {
      header: { format: FORMAT_VERSION },
      columns: [
        ...writeSortedWords(entries.map(([word]) => word)),
        writeNumbers(entries.map(([, localities]) => localities.length)),
        entries.map(([, localities]) => writeDeltas(localities)).join(''),
      ],
    }),
  }));
  return [writeCells(files.map(({ first }) => first)), ...writeRefs(files.map(({ ref }) => ref))];
}

/** Every word of a street name, present or former, and every postcode, sorted. */
function wordPostings({ streets, former, rowOf }: NamedRows): WordPostings[] {
  const localities = new Map<string, Set<number>>();
  const addPosting = (word: string, row: number) => {
    if (word.length < MIN_WORD_LENGTH) return;
    const known = localities.get(word);
    if (known) known.add(row);
    else localities.set(word, new Set([row]));
  };
  for (const one of [...streets, ...former])
    for (const word of splitWords(one.name)) addPosting(word, rowOf(one));
  for (const street of streets)
    for (const { postcode } of [street, ...street.houses]) if (postcode) addPosting(postcode, rowOf(street));
  return [...localities]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, rows]) => [word, [...rows].sort((a, b) => a - b)]);
}

function splitByPostings(entries: WordPostings[]): WordPostings[][] {
  const files: WordPostings[][] = [[]];
  let postings = 0;
  for (const entry of entries) {
    if (postings > MAX_POSTINGS) {
      files.push([]);
      postings = 0;
    }
    files.at(-1)?.push(entry);
    postings += entry[1].length;
  }
  return files.filter(({ length }) => length > 0);
}
