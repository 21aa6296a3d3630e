import type { AnswerKind } from '../catalogue/search.ts';
import { answerLines, openingDay, type AnswerLine } from './answer-words.ts';
import { countStems, excerptOf } from './excerpt.ts';
import type { IndexReader } from './index-reader.ts';
import { RECORD_KINDS } from './record-kinds.ts';

/** A result as the page shows it. */
export interface ShownResult {
  /** Address on the site: `/services/detskiy-sad/`. */
  url: string;
  /** «Услуга». */
  kind: string;
  title: string;
  /** A whole sentence. */
  excerpt: string;
  answers: AnswerLine[];
}

/** What decides how a result is shown. */
export interface ResultContext {
  /** The stems of the words looked for. */
  stems: ReadonlySet<string>;
  /** The fact that is asked for. */
  answer: AnswerKind | undefined;
  /** Loads the whole text of a record by the name of its file. */
  loadText: (fragment: string) => Promise<string>;
}

/** A result with its best sentence. The whole text is loaded only where title and lead do not have all the words. */
export async function showResult(
  index: IndexReader,
  record: number,
  { stems, answer, loadText }: ResultContext,
): Promise<ShownResult> {
  const { url, kind, title, lead, answers, fragment } = await index.record(record);
  const isClear = countStems(`${title} ${lead}`, stems) > 0;
  const text = fragment && !isClear ? await loadText(fragment).catch(() => '') : '';
  return {
    url,
    kind: RECORD_KINDS[kind],
    title,
    excerpt: excerptOf(text, lead, stems),
    answers: answerLines({ kind, answers }, answer, openingDay(index.start, new Date())),
  };
}
