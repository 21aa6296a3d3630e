import { HIDDEN_TEXT_MARK } from './excerpt.ts';
import { RECORD_KINDS } from './record-kinds.ts';
import type { SearchRecord } from './records.ts';

/** Writes text as HTML: `<` as `&lt;`. */
const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A record as the HTML page that Pagefind reads. Nobody sees it. */
export function recordHtml({ kind, title, lead, wanted, official, text }: SearchRecord): string {
  return [
    '<html lang="ru"><body>',
    `<h1>${escapeHtml(title)}</h1>`,
    `<p data-pagefind-meta="lead">${escapeHtml(lead)}</p>`,
    ...text.map((part) => `<p>${escapeHtml(part)}</p>`),
    `<p>${HIDDEN_TEXT_MARK} ${escapeHtml([...wanted, ...official].join('. '))}</p>`,
    `<i data-pagefind-meta="kind:${RECORD_KINDS[kind]}"></i>`,
    '</body></html>',
  ].join('\n');
}
