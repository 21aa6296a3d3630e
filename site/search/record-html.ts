import { HIDDEN_TEXT_MARK } from './excerpt.ts';
import { RECORD_KINDS, type RecordKind, type SearchRecord } from './records.ts';

/** Writes text as HTML: `<` as `&lt;`. */
const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * How much a word counts in the title and among the hidden terms, beside 2 in the lead and 1 in the text. Whoever looks for a
 * word wants the service first, then those who help, then what explains. https://pagefind.app/docs/weighting/
 */
const WEIGHTS: Record<RecordKind, { title: number; terms: number }> = {
  service: { title: 10, terms: 10 },
  agency: { title: 6, terms: 5 },
  guide: { title: 4, terms: 1 },
  place: { title: 3, terms: 2 },
  term: { title: 3, terms: 2 },
};

/** A record as the HTML page that Pagefind reads. Nobody sees it. */
export function recordHtml({ kind, title, lead, hiddenTerms, text, filters }: SearchRecord): string {
  const weights = WEIGHTS[kind];
  const filterMarks = Object.entries({ kind: [kind], ...filters }).flatMap(([name, values]) =>
    values.map((value) => `<i data-pagefind-filter="${name}:${value}"></i>`),
  );
  return [
    '<html lang="ru"><body>',
    `<h1 data-pagefind-weight="${weights.title}">${escapeHtml(title)}</h1>`,
    `<p data-pagefind-weight="2" data-pagefind-meta="lead">${escapeHtml(lead)}</p>`,
    ...text.map((part) => `<p>${escapeHtml(part)}</p>`),
    `<p data-pagefind-weight="${weights.terms}">${HIDDEN_TEXT_MARK} ${escapeHtml(hiddenTerms.join('. '))}</p>`,
    `<i data-pagefind-meta="kind:${RECORD_KINDS[kind]}"></i>`,
    ...filterMarks,
    '</body></html>',
  ].join('\n');
}
