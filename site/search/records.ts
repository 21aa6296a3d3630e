import { PLACE_KINDS, type Agency, type Place } from '../catalogue/agency.ts';
import type { Guide, Term } from '../catalogue/article.ts';
import { filterValues } from '../catalogue/filters.ts';
import type { Synonyms } from '../catalogue/search.ts';
import type { Service } from '../catalogue/service.ts';
import { capital } from '../catalogue/wording.ts';
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
export type RecordKind = keyof typeof RECORD_KINDS;

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

/** A content file as it was read. */
export interface Source<T> {
  slug: string;
  facts: T;
  body: string;
}

/** Markdown as plain text. */
export const plain = (markdown: string): string =>
  markdown
    .replace(/^```.*$/gm, '')
    .replace(/^(?:#+|\d+[.)]|[-*])\s+/gm, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]/g, '');

export function serviceRecord({ slug, facts, body }: Source<Service>, synonyms: Synonyms): SearchRecord {
  const { brought, requested, issued } = facts.documents;
  return {
    url: `/services/${slug}/`,
    kind: 'service',
    title: facts.short,
    lead: facts.lead,
    terms: [facts.title, ...withSynonyms(facts.searchedAs, synonyms)],
    text: [
      plain(body),
      [...brought, ...requested, ...issued].map(({ title }) => title).join('. '),
      facts.result.all.join('. '),
      facts.faq.map(({ question, answer }) => `${question} ${answer}`).join(' '),
    ],
    filters: filterValues(facts),
  };
}

export const agencyRecord = ({ slug, facts, body }: Source<Agency>, synonyms: Synonyms): SearchRecord => ({
  url: `/agencies/${slug}/`,
  kind: 'agency',
  title: facts.short,
  lead: facts.address.line,
  terms: withSynonyms([facts.title, facts.short], synonyms),
  text: [plain(body), facts.branches.map(({ title, address }) => `${title}, ${address.line}`).join('. ')],
  filters: {},
});

export const placeRecord = (
  { slug, facts }: Omit<Source<Place>, 'body'>,
  municipality: string,
): SearchRecord => ({
  url: `/places/#${slug}`,
  kind: 'place',
  title: facts.title,
  lead: `${capital(PLACE_KINDS[facts.kind])}. ${facts.address.line}`,
  terms: [municipality],
  text: [facts.help.join('. ')],
  filters: {},
});

export const guideRecord = ({ slug, facts, body }: Source<Guide>): SearchRecord => ({
  url: `/guide/${slug}/`,
  kind: 'guide',
  title: facts.title,
  lead: facts.lead,
  terms: [],
  text: [plain(body)],
  filters: {},
});

export const termRecord = ({ slug, facts, body }: Source<Term>): SearchRecord => ({
  url: `/glossary/#${slug}`,
  kind: 'term',
  title: facts.term,
  lead: plain(body),
  terms: facts.aliases,
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
