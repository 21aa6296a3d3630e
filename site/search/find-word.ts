/** Finds the words of the index that a typed word may mean. */
import { phraseCountOf, type WordEntry } from './index-format.ts';
import type { IndexReader } from './index-reader.ts';
import { stemOf } from './words.ts';

/** A word of the index that may be meant. */
export interface Meaning {
  stem: string;
  /** From 0 to 1: how surely it is meant. */
  weight: number;
  entry: WordEntry;
}

/** A word of the query, and what it may mean. */
export interface QueryWord {
  /** As typed, folded. */
  typed: string;
  /** Most likely first; none if nothing like it is known. */
  meanings: Meaning[];
  /** What is searched instead, where it was torn or glued. */
  repaired?: string;
  /** Whether the meanings are guesses of what was meant. */
  isMistyped?: boolean;
}

/** How surely a word is meant that shares its beginning with the typed one: «прописка» for «прописаться». */
const RELATED_WEIGHT = 0.6;
/** Letters that two forms of one word may have behind their common beginning. */
export const MAX_TAIL = 3;
/** Words that begin alike are many: those that stand in most records are kept. */
const MAX_RELATED = 6;

/** Whether a word stands in a phrase of a record: a title, or what people type. */
export const standsInPhrase = (entry: WordEntry): boolean => phraseCountOf(entry) > 0 || !!entry[5]?.length;

/** Finds a word as it is typed, and its relatives. */
export async function findWord(index: IndexReader, typed: string): Promise<QueryWord> {
  const stem = stemOf(typed);
  const part = await index.wordsLike(stem);
  const exact = Object.hasOwn(part, stem) ? part[stem] : undefined;
  const meanings: Meaning[] = exact ? [{ stem, weight: 1, entry: exact }] : [];
  const related = Object.entries(part)
    .filter(
      ([other, entry]) =>
        other !== stem && standsInPhrase(entry) && (areRelated(stem, other) || areRelated(typed, other)),
    )
    .sort((a, b) => b[1][1] - a[1][1])
    .slice(0, MAX_RELATED);
  for (const [other, entry] of related)
    meanings.push({
      stem: other,
      weight: Math.max(relatedWeight(stem, other), relatedWeight(typed, other)),
      entry,
    });
  return { typed, meanings };
}

/** How many letters two words have in common at the beginning. */
function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** Whether two stems may be of one word: «прописк» and «прописа», «загран» and «загранпаспорт». */
function areRelated(typed: string, other: string): boolean {
  const common = commonLength(typed, other);
  if (common < 4) return false;
  if (common === typed.length && typed.length >= 5) return true;
  return (
    typed.length - common <= MAX_TAIL &&
    other.length - common <= MAX_TAIL &&
    common >= Math.max(typed.length, other.length) * 0.6
  );
}

/** The longer what two related stems have in common, the surer: 0.6 at most, 0.9 where one has but a letter more. */
const relatedWeight = (typed: string, other: string) => {
  const common = commonLength(typed, other);
  return (
    RELATED_WEIGHT * (common / Math.max(typed.length, Math.min(other.length, typed.length + MAX_TAIL))) ** 0.5
  );
};
