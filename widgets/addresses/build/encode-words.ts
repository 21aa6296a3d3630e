import { splitWords } from '../../text/words.ts';
import { FORMAT_VERSION } from '../index/format.ts';
import { territoriesOf } from './encode-territories.ts';
import type { IndexWriter } from './index-writer.ts';
import type { AddressRow, FormerNameRow } from './dataset.ts';
import { writeNumbers, writeRefs, writeCells, writeDeltas, writeSortedWords } from './write-columns.ts';

/** Postings of one file of words, about 5 KB packed. Its last word may bring more. */
const MAX_POSTINGS = 3000;
/** Shortest word, in letters, that is written: shorter ones are in too many streets. */
const MIN_WORD_LENGTH = 3;

/** A word or postcode, and the rows of the localities that have a street with it. */
type WordPostings = [word: string, localities: number[]];

/** What words are taken from. */
interface WordSources {
  streets: AddressRow[];
  /** The former names of streets. */
  former: FormerNameRow[];
  /** The row, in the root, of the locality of a street. */
  localityRowOf: (object: { code: string }) => number;
}

/** Writes the files of words (section «Inverted index» in README.md). Returns columns 12 to 14 of the root, which refer to them. */
export function writeWordFiles(writer: IndexWriter, sources: WordSources): string[] {
  const files = splitByPostings(wordPostings(sources)).map((entries) => ({
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

/** All words of street names, current and former, and of their territories, and all postcodes of streets and houses, sorted by UTF-16 code units. */
function wordPostings({ streets, former, localityRowOf }: WordSources): WordPostings[] {
  const rowsByWord = new Map<string, Set<number>>();
  const addPosting = (word: string, row: number) => {
    if (word.length < MIN_WORD_LENGTH) return;
    const rows = rowsByWord.get(word);
    if (rows) rows.add(row);
    else rowsByWord.set(word, new Set([row]));
  };
  for (const named of [...streets, ...former])
    for (const word of splitWords(named.name)) addPosting(word, localityRowOf(named));
  for (const street of streets)
    for (const { name } of territoriesOf([street]))
      for (const word of splitWords(name)) addPosting(word, localityRowOf(street));
  for (const street of streets)
    for (const { postcode } of [street, ...street.houses])
      if (postcode) addPosting(postcode, localityRowOf(street));
  return [...rowsByWord]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, rows]) => [word, [...rows].sort((a, b) => a - b)]);
}

/** Splits the words into files. A file ends after the word with which it has more than {@link MAX_POSTINGS}. */
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
