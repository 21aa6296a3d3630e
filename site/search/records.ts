import { PLACE_KINDS } from '../catalogue/agency.ts';
import { filterValues } from '../catalogue/filters.ts';
import type { Synonyms } from '../catalogue/search.ts';
import { capital } from '../catalogue/wording.ts';
import type { Entry } from '../content/read.ts';
import { HIDDEN } from './excerpt.ts';
import { vocabulary } from './typed.ts';
import { withSynonyms } from './synonyms.ts';

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
  terms: readonly string[];
  /** The rest of the text, the weightier first. */
  text: readonly string[];
  filters: Record<string, readonly string[]>;
}

/** Markdown as plain text. */
export const plain = (markdown: string): string =>
  markdown
    .replace(/^```.*$/gm, '')
    .replace(/^(?:#+|\d+[.)]|[-*])\s+/gm, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]/g, '');

export function serviceRecord({ id, data, body }: Entry<'services'>, synonyms: Synonyms): SearchRecord {
  const { brought, requested, issued } = data.documents;
  return {
    url: `/services/${id}/`,
    kind: 'service',
    title: data.short,
    lead: data.lead,
    terms: [data.title, ...withSynonyms(data.searchedAs, synonyms)],
    text: [
      plain(body),
      [...brought, ...requested, ...issued].map(({ title }) => title).join('. '),
      data.result.all.join('. '),
      data.faq.map(({ question, answer }) => `${question} ${answer}`).join(' '),
    ],
    filters: filterValues(data),
  };
}

export const agencyRecord = ({ id, data, body }: Entry<'agencies'>, synonyms: Synonyms): SearchRecord => ({
  url: `/agencies/${id}/`,
  kind: 'agency',
  title: data.short,
  lead: data.address.line,
  terms: withSynonyms([data.title, data.short], synonyms),
  text: [plain(body), data.branches.map(({ title, address }) => `${title}, ${address.line}`).join('. ')],
  filters: {},
});

export const placeRecord = ({ id, data }: Entry<'places'>, municipality: string): SearchRecord => ({
  url: `/places/#${id}`,
  kind: 'place',
  title: data.title,
  lead: `${capital(PLACE_KINDS[data.kind])}. ${data.address.line}`,
  terms: [municipality],
  text: [data.help.join('. ')],
  filters: {},
});

export const guideRecord = ({ id, data, body }: Entry<'guide'>): SearchRecord => ({
  url: `/guide/${id}/`,
  kind: 'guide',
  title: data.title,
  lead: data.lead,
  terms: [],
  text: [plain(body)],
  filters: {},
});

export const termRecord = ({ id, data, body }: Entry<'glossary'>): SearchRecord => ({
  url: `/glossary/#${id}`,
  kind: 'term',
  title: data.term,
  lead: plain(body),
  terms: data.aliases,
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
export const wordsOf = (records: readonly SearchRecord[]): string[] =>
  vocabulary(records.flatMap(({ title, lead, terms, text }) => [title, lead, ...terms, ...text]));

/** A record as the page that Pagefind reads. */
export function recordHtml({ kind, title, lead, terms, text, filters }: SearchRecord): string {
  const weights = WEIGHTS[kind];
  const named = Object.entries({ kind: [kind], ...filters }).flatMap(([name, values]) =>
    values.map((value) => `<i data-pagefind-filter="${name}:${value}"></i>`),
  );
  return [
    '<html lang="ru"><body>',
    `<h1 data-pagefind-weight="${weights.title}">${escape(title)}</h1>`,
    `<p data-pagefind-weight="2" data-pagefind-meta="lead">${escape(lead)}</p>`,
    ...text.map((part) => `<p>${escape(part)}</p>`),
    `<p data-pagefind-weight="${weights.terms}">${HIDDEN} ${escape(terms.join('. '))}</p>`,
    `<i data-pagefind-meta="kind:${RECORD_KINDS[kind]}"></i>`,
    ...named,
    '</body></html>',
  ].join('\n');
}
