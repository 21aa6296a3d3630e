import { PLACE_KINDS } from '../catalogue/agency.ts';
import { filterValuesOf } from '../catalogue/filters.ts';
import type { Synonyms } from '../catalogue/search.ts';
import { capitalize } from '../catalogue/wording.ts';
import type { ContentEntry } from '../content/read.ts';
import { HIDDEN_TEXT_MARK } from './excerpt.ts';
import { vocabularyOf } from './query.ts';
import { addSynonyms } from './synonyms.ts';

export const RECORD_KINDS = {
  service: 'Услуга',
  agency: 'Орган власти',
  place: 'Где подать',
  guide: 'Совет',
  term: 'Слово',
} as const;
type RecordKind = keyof typeof RECORD_KINDS;

/** What the search knows of one thing. */
export interface SearchRecord {
  url: string;
  kind: RecordKind;
  title: string;
  lead: string;
  /** What people type who look for it. Found, but not shown. */
  hiddenTerms: readonly string[];
  /** The rest of the text, the weightier first. */
  text: readonly string[];
  filters: Record<string, readonly string[]>;
}

/** Markdown as plain text. */
export const markdownToText = (markdown: string): string =>
  markdown
    .replace(/^```.*$/gm, '')
    .replace(/^(?:#+|\d+[.)]|[-*])\s+/gm, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]/g, '');

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

export const placeRecord = ({ id, data }: ContentEntry<'places'>, municipality: string): SearchRecord => ({
  url: `/places/#${id}`,
  kind: 'place',
  title: data.title,
  lead: `${capitalize(PLACE_KINDS[data.kind])}. ${data.address.line}`,
  hiddenTerms: [municipality],
  text: [data.help.join('. ')],
  filters: {},
});

export const guideRecord = ({ id, data, body }: ContentEntry<'guide'>): SearchRecord => ({
  url: `/guide/${id}/`,
  kind: 'guide',
  title: data.title,
  lead: data.lead,
  hiddenTerms: [],
  text: [markdownToText(body)],
  filters: {},
});

export const termRecord = ({ id, data, body }: ContentEntry<'glossary'>): SearchRecord => ({
  url: `/glossary/#${id}`,
  kind: 'term',
  title: data.term,
  lead: markdownToText(body),
  hiddenTerms: data.aliases,
  text: [],
  filters: {},
});

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Whoever looks for a word wants the service first, then those who help, then what explains. */
const WEIGHTS: Record<RecordKind, { title: number; terms: number }> = {
  service: { title: 10, terms: 10 },
  agency: { title: 6, terms: 5 },
  guide: { title: 4, terms: 1 },
  place: { title: 3, terms: 2 },
  term: { title: 3, terms: 2 },
};

/** All that a citizen may type and find something. */
export const recordVocabulary = (records: readonly SearchRecord[]): string[] =>
  vocabularyOf(
    records.flatMap(({ title, lead, hiddenTerms, text }) => [title, lead, ...hiddenTerms, ...text]),
  );

/** A record as the page that Pagefind reads. */
export function recordHtml({ kind, title, lead, hiddenTerms, text, filters }: SearchRecord): string {
  const weights = WEIGHTS[kind];
  const named = Object.entries({ kind: [kind], ...filters }).flatMap(([name, values]) =>
    values.map((value) => `<i data-pagefind-filter="${name}:${value}"></i>`),
  );
  return [
    '<html lang="ru"><body>',
    `<h1 data-pagefind-weight="${weights.title}">${escape(title)}</h1>`,
    `<p data-pagefind-weight="2" data-pagefind-meta="lead">${escape(lead)}</p>`,
    ...text.map((part) => `<p>${escape(part)}</p>`),
    `<p data-pagefind-weight="${weights.terms}">${HIDDEN_TEXT_MARK} ${escape(hiddenTerms.join('. '))}</p>`,
    `<i data-pagefind-meta="kind:${RECORD_KINDS[kind]}"></i>`,
    ...named,
    '</body></html>',
  ].join('\n');
}
