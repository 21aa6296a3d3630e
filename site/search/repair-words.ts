/** Mends the words of a query that are not known as they were typed. */
import { findWord, standsInPhrase, type Meaning, type QueryWord } from './find-word.ts';
import type { IndexReader } from './index-reader.ts';
import { findMistyped } from './mistyped.ts';
import { stemOf } from './words.ts';

/** Puts torn words together, parts glued ones, mends mistyped ones. */
export async function repairWords(index: IndexReader, words: readonly QueryWord[]): Promise<QueryWord[]> {
  const joined = await joinTorn(index, words);
  const repaired = await Promise.all(
    joined.map(async (word) => {
      if (isKnown(word)) return [word];
      const parts = await partGlued(index, word.typed);
      if (parts) return parts;
      const mended = await findMistyped(index, word.typed);
      if (!mended.meanings.length) return [word];
      // A word that is known in some text, and nowhere else, keeps this meaning beside the one that it comes near.
      return [
        word.meanings.length ? { ...word, meanings: [...word.meanings, ...weaker(mended.meanings)] } : mended,
      ];
    }),
  );
  return repaired.flat();
}

/** Whether a word needs no repair: it stands in a title, or in what people type. */
const isKnown = ({ meanings, typed }: QueryWord) =>
  meanings.some(({ entry, weight }) => weight > 0.5 && standsInPhrase(entry)) || /\d/.test(typed);

const weaker = (meanings: readonly Meaning[]) =>
  meanings.map((meaning) => ({ ...meaning, weight: meaning.weight * 0.6 }));

/**
 * Finds what two neighbours mean as one word: «загран паспорт», «дет сад». Where both are words by themselves they mean both; else
 * the two become one.
 */
async function joinTorn(index: IndexReader, words: readonly QueryWord[]): Promise<QueryWord[]> {
  const result: QueryWord[] = [];
  for (const word of words) {
    const before = result.at(-1);
    const stem = before && stemOf(before.typed + word.typed);
    const entry = stem && before.typed.length > 1 ? await index.entryOf(stem) : undefined;
    if (!before || !entry || !stem || !standsInPhrase(entry)) {
      result.push(word);
      continue;
    }
    const whole: Meaning = { stem, weight: 0.95, entry };
    const typed = before.typed + word.typed;
    if (isKnown(before) && isKnown(word)) {
      before.meanings.push(whole);
      result.push({ ...word, meanings: [...word.meanings, whole] });
    } else result.splice(-1, 1, { typed, meanings: [whole], repaired: typed });
  }
  return result;
}

/** Parts a word where two were written as one: «детскийсад». The first word is the longest that is known. */
async function partGlued(index: IndexReader, typed: string): Promise<QueryWord[] | undefined> {
  for (let end = typed.length - 3; end >= 3; end--) {
    const first = await findWord(index, typed.slice(0, end));
    if (first.meanings[0]?.weight !== 1 || !standsInPhrase(first.meanings[0].entry)) continue;
    const second = await findWord(index, typed.slice(end));
    if (second.meanings[0]?.weight === 1 && standsInPhrase(second.meanings[0].entry))
      return [first, second].map((word) => ({ ...word, repaired: word.typed }));
  }
  return undefined;
}
