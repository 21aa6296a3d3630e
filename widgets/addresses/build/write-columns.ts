import { writeNumber } from '../index/columns.ts';
import { hashIn, sizeIn, type AddressCodes, type FileRef } from '../index/format.ts';

/** Values parted by tabs. */
export const writeCells = (values: readonly string[]): string =>
  values.map((value) => value.replace(/\s+/g, ' ')).join('\t');

export const writeNumbers = (values: readonly number[]): string => values.map(writeNumber).join('');

/** Each number as the distance from the one before. */
export const writeDeltas = (sorted: readonly number[]): string =>
  writeNumbers(sorted.map((value, i) => value - (sorted[i - 1] ?? 0)));

/** What differs from the value above, which has as many digits: an empty cell repeats it; `-` is no value. */
export function writeSuffixes(values: readonly string[]): string {
  let above = '';
  const written = values.map((value) => {
    if (!value) return '-';
    let shared = 0;
    while (shared < value.length && value[shared] === above[shared]) shared++;
    above = value;
    return value.slice(shared);
  });
  return written.join('\t');
}

/** Three columns: postcodes, ОКАТО, ОКТМО. */
export const writeCodes = (rows: readonly AddressCodes[]): string[] => [
  writeSuffixes(rows.map(({ postcode }) => postcode)),
  writeSuffixes(rows.map(({ okato }) => okato)),
  // An ОКТМО of eight digits is a municipality; eleven name a settlement in it.
  rows.some(({ oktmo }) => oktmo)
    ? writeSuffixes(rows.map(({ oktmo }) => (oktmo ? oktmo.padEnd(11, '0') : '')))
    : '',
];

/** Two columns: hashes and sizes of files. */
export const writeRefs = (refs: readonly FileRef[]): string[] => [
  refs.map(hashIn).join(''),
  writeNumbers(refs.map(sizeIn)),
];

/** Sorted words as two columns: how many letters each shares with the one before, and the rest of each. */
export function writeSortedWords(sorted: readonly string[]): string[] {
  const shared = sorted.map((word, i) => {
    const above = sorted[i - 1] ?? '';
    let same = 0;
    while (same < word.length && word[same] === above[same]) same++;
    return same;
  });
  return [writeNumbers(shared), writeCells(sorted.map((word, i) => word.slice(shared[i])))];
}
