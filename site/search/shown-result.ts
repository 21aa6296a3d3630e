import { answerLines, openingDay, type AnswerLine } from './answer-words.ts';
import { countStems, excerptOf } from './excerpt.ts';
import type { IndexReader } from './index-reader.ts';
import { RECORD_KINDS } from './record-kinds.ts';
import type { CatalogueResults } from './search-catalogue.ts';

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
export interface ResultContext extends Pick<CatalogueResults, 'stems' | 'inTexts' | 'answer'> {
  /** Loads the paragraphs of a record's page by its address. */
  loadParagraphs: (url: string) => Promise<string[]>;
}

/** A result with its best sentence. The page is loaded only where a word stands in its text, and none in title and lead. */
export async function showResult(
  index: IndexReader,
  record: number,
  { stems, inTexts, answer, loadParagraphs }: ResultContext,
): Promise<ShownResult> {
  const { url, kind, title, lead, answers } = await index.record(record);
  const isClear = countStems(`${title} ${lead}`, stems) > 0;
  const paragraphs = inTexts.has(record) && !isClear ? await loadParagraphs(url).catch(() => []) : [];
  return {
    url,
    kind: RECORD_KINDS[kind],
    title,
    excerpt: excerptOf(paragraphs, lead, stems),
    answers: answerLines({ kind, answers }, answer, openingDay(index.start, new Date())),
  };
}
