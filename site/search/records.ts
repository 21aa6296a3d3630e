// Longer than most: one function a kind of record.
import { PLACE_KINDS } from '../catalogue/agency.ts';
import { actInWords } from '../catalogue/act-wording.ts';
import { filterValuesOf } from '../catalogue/filters.ts';
import { MUNICIPALITY_KINDS } from '../catalogue/municipality.ts';
import { capitalize } from '../catalogue/wording.ts';
import type { ContentEntry } from '../content/content-entry.ts';
import type { CardAnswers } from './index-format.ts';
import type { RecordKind } from './record-kinds.ts';
import type { synonymAdder } from './synonyms.ts';

/** What the search knows of one page, or of one entry of a page. */
export interface SearchRecord {
  /** Address of the page on the site: `/services/detskiy-sad/`, `/places/#mfc-biysk`. */
  url: string;
  /** Decides between records that fit alike. */
  kind: RecordKind;
  /** The link of a result. */
  title: string;
  /** One or two sentences that a result shows if no sentence of the text fits better. */
  lead: string;
  /** What people type when they look for it. It is searched, but not shown. */
  wanted: readonly string[];
  /** Its full official names. */
  official: readonly string[];
  /** Paragraphs that are searched, and quoted in results. */
  text: readonly string[];
  /** Values by the names of the filters: `{ level: ['federal'] }`. */
  filters: Record<string, readonly string[]>;
  /** What a result answers without the page being opened. */
  answers: CardAnswers;
}

/** The phrases of a record, each with its kind (index in `PHRASE_KINDS`); of two that are alike, the first. */
export function phrasesOf(
  { title, wanted, official }: Pick<SearchRecord, 'title' | 'wanted' | 'official'>,
  addSynonyms: ReturnType<typeof synonymAdder>,
): { text: string; kind: number }[] {
  const own = [[title], wanted, official].flatMap((texts, kind) => texts.map((text) => ({ text, kind })));
  const others = addSynonyms([...wanted, title]).map((text) => ({ text, kind: 3 }));
  return [
    ...new Map([...own, ...others].reverse().map((phrase) => [phrase.text.toLowerCase(), phrase])).values(),
  ].reverse();
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

/** A record without what only some kinds have. */
const plainRecord = (
  record: Pick<SearchRecord, 'url' | 'kind' | 'title' | 'lead'> & Partial<SearchRecord>,
): SearchRecord => ({
  wanted: [],
  official: [],
  text: [],
  filters: {},
  answers: {},
  ...record,
});

/** A service: found by its names, by what people type for it (`ищут`) and the synonyms of that, and by its text. */
export function serviceRecord(
  { id, data, body }: ContentEntry<'services'>,
  answers: CardAnswers,
): SearchRecord {
  const { brought, requested, issued } = data.documents;
  return plainRecord({
    url: `/services/${id}/`,
    kind: 'service',
    title: data.short,
    lead: data.lead,
    wanted: data.searchedAs,
    official: [data.title],
    text: [
      markdownToText(body),
      [...brought, ...requested, ...issued].map(({ title }) => `${title}.`).join(' '),
      data.result.items.map((item) => `${item}.`).join(' '),
      data.faq.map(({ question, answer }) => `${question} ${answer}`).join(' '),
    ],
    filters: filterValuesOf(data),
    answers,
  });
}

/** An agency: found by its names, popular ones included, by its text, and by its branches with their addresses. */
export const agencyRecord = (
  { id, data, body }: ContentEntry<'agencies'>,
  answers: CardAnswers,
): SearchRecord =>
  plainRecord({
    url: `/agencies/${id}/`,
    kind: 'agency',
    title: data.short,
    lead: data.address.line,
    wanted: data.searchedAs,
    official: [data.title],
    text: [
      markdownToText(body),
      data.branches.map(({ title, address }) => `${title}, ${address.line}.`).join(' '),
    ],
    answers,
  });

/** A place to apply: found by its municipality, too. It has no page of its own. */
export const placeRecord = (
  { id, data }: ContentEntry<'places'>,
  municipality: string,
  answers: CardAnswers,
): SearchRecord =>
  plainRecord({
    url: `/places/#${id}`,
    kind: 'place',
    title: data.title,
    lead: `${capitalize(PLACE_KINDS[data.kind])}. ${data.address.line}`,
    official: [`${PLACE_KINDS[data.kind]} ${municipality}`],
    text: [`${capitalize(data.help.join('. '))}.`],
    answers,
  });

/** A page of the guide, or a life event: they are of one shape. */
export const textRecord = (
  { id, data, body }: ContentEntry<'guide' | 'life-events'>,
  kind: 'guide' | 'event',
): SearchRecord =>
  plainRecord({
    url: `/${kind === 'guide' ? 'guide' : 'life-events'}/${id}/`,
    kind,
    title: data.title,
    lead: data.lead,
    wanted: data.searchedAs,
    text: [markdownToText(body)],
  });

/** A municipality: found by its name, its centre, and its settlements. */
export const municipalityRecord = (
  { id, data }: ContentEntry<'municipalities'>,
  settlements: readonly string[],
): SearchRecord =>
  plainRecord({
    url: `/municipalities/#${id}`,
    kind: 'municipality',
    title: data.title,
    lead: `${capitalize(MUNICIPALITY_KINDS[data.kind])}, центр — ${data.centre}.`,
    wanted: [data.centre],
    official: settlements,
    text: settlements.map((name) => `Здесь ${name}.`),
  });

/** A term of the glossary: its explanation is the lead. */
export const termRecord = ({ id, data, body }: ContentEntry<'glossary'>): SearchRecord =>
  plainRecord({
    url: `/glossary/#${id}`,
    kind: 'term',
    title: data.term,
    lead: markdownToText(body),
    wanted: [...data.aliases, `что такое ${data.term}`],
  });

/** A legal act: found by its number and its name. `services` are the titles of those that rest on it. */
export const actRecord = (
  { id, data }: ContentEntry<'acts'>,
  services: readonly string[],
  region: string,
): SearchRecord =>
  plainRecord({
    url: `/acts/#${id}`,
    kind: 'act',
    title: actInWords(data, region),
    lead: services.length
      ? `На нём основаны услуги: ${services.join(', ')}.`
      : 'Его называют карточки услуг.',
    wanted: data.number ? [data.number, `закон ${data.number}`, `постановление ${data.number}`] : [],
    official: [data.title],
  });
