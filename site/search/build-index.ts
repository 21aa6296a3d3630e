import {
  fileNameOf,
  middleOf,
  phraseCountOf,
  RECORDS_PER_BLOCK,
  type FilterLists,
  type IndexStart,
  type ShownRecord,
} from './index-format.ts';
import type { Searchable } from './all-records.ts';
import type { SearchRecord } from './records.ts';
import { differences, entryOf, placesOfStems } from './word-places.ts';

/** More characters than that are two files, by the next letter. */
const MAX_PART_LENGTH = 12_000;

/** A stem, and what a file has of it, as JSON. Written down once: it is weighed several times. */
type StemText = readonly [stem: string, json: string];

/** The files of the index, by their names, without Pagefind's; all JSON. `fragmentOf` gives Pagefind's file of a page. */
export function buildIndex(
  { records, synonyms, facts }: Searchable,
  fragmentOf: ReadonlyMap<string, string> = new Map(),
): Map<string, string> {
  const entries: StemText[] = [];
  const middles: StemText[] = [];
  for (const [stem, places] of placesOfStems(records, synonyms)) {
    const entry = entryOf(places, records.length);
    entries.push([stem, JSON.stringify(entry)]);
    middles.push([stem, JSON.stringify(phraseCountOf(entry))]);
  }
  const wordParts = splitByLetters(entries, (stem) => stem);
  const middleParts = splitByLetters(middles, middleOf);
  const start: IndexStart = {
    count: records.length,
    kinds: records.flatMap(({ kind }, i) => (kind === records[i - 1]?.kind ? [] : [[kind, i] as const])),
    ...facts,
    wordParts: [...wordParts.keys()],
    middleParts: [...middleParts.keys()],
  };
  return new Map([
    ['start.json', JSON.stringify(start)],
    ['filters.json', JSON.stringify(filterListsOf(records))],
    ...filesOfParts('words', wordParts),
    ...filesOfParts('middles', middleParts),
    ...recordFiles(records, fragmentOf),
  ]);
}

/** The files of `words/` or `middles/`. */
const filesOfParts = (folder: string, parts: ReadonlyMap<string, readonly StemText[]>) =>
  [...parts].map(([name, part]) => {
    const members = part.map(([stem, json]) => `${JSON.stringify(stem)}:${json}`);
    return [`${folder}/${fileNameOf(name)}.json`, `{${members.join(',')}}`] as const;
  });

/** The files of `records/`. */
function recordFiles(records: readonly SearchRecord[], fragmentOf: ReadonlyMap<string, string>) {
  const shown = records.map((record) => shownRecordOf(record, fragmentOf.get(record.url)));
  return Array.from({ length: Math.ceil(records.length / RECORDS_PER_BLOCK) }, (_, block) => {
    const first = block * RECORDS_PER_BLOCK;
    return [`records/${block}.json`, JSON.stringify(shown.slice(first, first + RECORDS_PER_BLOCK))] as const;
  });
}

/**
 * Puts entries into parts by the first letters of their keys: all into one, by one letter where that is too much, or by two.
 *
 * @example splitByLetters(entries, (stem) => stem) // a Map of '', or of 'а', 'б', 'са', 'су', …
 */
function splitByLetters(
  entries: readonly StemText[],
  keyOf: (stem: string) => string,
  part = '',
): Map<string, readonly StemText[]> {
  const length = entries.reduce((sum, [stem, json]) => sum + stem.length + json.length, 0);
  if (part.length === 2 || length <= MAX_PART_LENGTH) return new Map([[part, entries]]);
  const next = new Map<string, StemText[]>();
  for (const entry of entries) {
    const name = keyOf(entry[0]).slice(0, part.length + 1);
    const members = next.get(name) ?? [];
    if (!members.length) next.set(name, members);
    members.push(entry);
  }
  return new Map(
    [...next].flatMap(([name, members]): (readonly [string, readonly StemText[]])[] =>
      name.length > part.length ? [...splitByLetters(members, keyOf, name)] : [[name, members]],
    ),
  );
}

/** Which records each value of each filter leaves; the kind of a record is a filter, too. */
function filterListsOf(records: readonly SearchRecord[]): FilterLists {
  const lists: Record<string, Record<string, number[]>> = {};
  for (const [i, { kind, filters }] of records.entries())
    for (const [name, values] of Object.entries({ kind: [kind], ...filters }))
      for (const value of values) ((lists[name] ??= {})[value] ??= []).push(i);
  return Object.fromEntries(
    Object.entries(lists).map(([name, values]) => [
      name,
      Object.fromEntries(Object.entries(values).map(([value, list]) => [value, differences(list)])),
    ]),
  );
}

/** As much of a record as results show. */
const shownRecordOf = (
  { url, kind, title, lead, answers, text }: SearchRecord,
  fragment?: string,
): ShownRecord => ({
  url,
  kind,
  title,
  lead,
  answers,
  ...(fragment && text.length ? { fragment } : {}),
});
