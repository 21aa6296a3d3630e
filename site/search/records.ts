import { PLACE_KINDS } from '../catalogue/agency.ts';
import { filterValuesOf } from '../catalogue/filters.ts';
import type { Synonyms } from '../catalogue/search.ts';
import { capitalize } from '../catalogue/wording.ts';
import type { ContentEntry } from '../content/read.ts';
import { vocabularyOf } from './query.ts';
import { addSynonyms } from './synonyms.ts';

/** Kind of a record → its name in results and in the filter «Что показать». */
export const RECORD_KINDS = {
  service: 'Услуга',
  agency: 'Орган власти',
  place: 'Где подать',
  guide: 'Совет',
  term: 'Слово',
} as const;
/** A key of `RECORD_KINDS`. */
export type RecordKind = keyof typeof RECORD_KINDS;

/** What the search knows of one page, or of one entry of a page. */
export interface SearchRecord {
  /** Address of the page on the site: `/services/detskiy-sad/`, `/places/#mfc-biysk`. */
  url: string;
  /** Decides how much its words weigh (`WEIGHTS`). */
  kind: RecordKind;
  /** The link of a result. */
  title: string;
  /** One or two sentences that a result shows if no sentence of the text fits better. */
  lead: string;
  /** Other words that people type when they look for it. They are searched, but not shown. */
  hiddenTerms: readonly string[];
  /** Paragraphs that are searched, and quoted in results. */
  text: readonly string[];
  /** Values by the names of the filters: `{ level: ['federal'] }`. */
  filters: Record<string, readonly string[]>;
}

/**
 * Markdown as plain text: without marks of headings, lists, links, emphasis and code.
 *
 * @example markdownToText('1. **Подайте** [заявление](/services/x/).') // 'Подайте заявление.'
 */
export const markdownToText = (markdown: string): string =>
  markdown
    .replace(/^```.*$/gm, '')
    .replace(/^(?:#+|\d+[.)]|[-*])\s+/gm, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]/g, '');

/** A service: found by its names, by what people type for it (`ищут`) and the synonyms of that, and by its text. */
export function serviceRecord(
  { id, data, body }: ContentEntry<'services'>,
  synonyms: Synonyms,
): SearchRecord {
  const { brought, requested, issued } = data.documents;
  return {
    url: `/services/${id}/`,
    kind: 'service',
    title: data.short,
    lead: data.lead,
    hiddenTerms: [data.title, ...addSynonyms(data.searchedAs, synonyms)],
    text: [
      markdownToText(body),
      [...brought, ...requested, ...issued].map(({ title }) => title).join('. '),
      data.result.items.join('. '),
      data.faq.map(({ question, answer }) => `${question} ${answer}`).join(' '),
    ],
    filters: filterValuesOf(data),
  };
}

/** An agency: found by its names and their synonyms, by its text, and by its branches with their addresses. */
export const agencyRecord = (
  { id, data, body }: ContentEntry<'agencies'>,
  synonyms: Synonyms,
): SearchRecord => ({
  url: `/agencies/${id}/`,
  kind: 'agency',
  title: data.short,
  lead: data.address.line,
  hiddenTerms: addSynonyms([data.title, data.short], synonyms),
  text: [
    markdownToText(body),
    data.branches.map(({ title, address }) => `${title}, ${address.line}`).join('. '),
  ],
  filters: {},
});

/** A place to apply: found by its municipality, too. It has no page of its own. */
export const placeRecord = ({ id, data }: ContentEntry<'places'>, municipality: string): SearchRecord => ({
  url: `/places/#${id}`,
  kind: 'place',
  title: data.title,
  lead: `${capitalize(PLACE_KINDS[data.kind])}. ${data.address.line}`,
  hiddenTerms: [municipality],
  text: [data.help.join('. ')],
  filters: {},
});

/** A page of the guide. */
export const guideRecord = ({ id, data, body }: ContentEntry<'guide'>): SearchRecord => ({
  url: `/guide/${id}/`,
  kind: 'guide',
  title: data.title,
  lead: data.lead,
  hiddenTerms: [],
  text: [markdownToText(body)],
  filters: {},
});

/** A term of the glossary: its explanation is the lead. */
export const termRecord = ({ id, data, body }: ContentEntry<'glossary'>): SearchRecord => ({
  url: `/glossary/#${id}`,
  kind: 'term',
  title: data.term,
  lead: markdownToText(body),
  hiddenTerms: data.aliases,
  text: [],
  filters: {},
});

/**
 * The vocabulary of these records: the beginnings of all their words, as `vocabularyOf` makes them. The search leaves out words
 * of a query that are not in it.
 */
export const recordVocabulary = (records: readonly SearchRecord[]): string[] =>
  vocabularyOf(
    records.flatMap(({ title, lead, hiddenTerms, text }) => [title, lead, ...hiddenTerms, ...text]),
  );
