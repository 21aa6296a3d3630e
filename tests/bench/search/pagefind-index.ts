import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { close, createIndex } from 'pagefind';

import type { SearchRecord } from '../../../site/search/records.ts';

/** Has Pagefind index the same records as our search, and writes its files into the folder `out`. */
export async function writePagefind(records: readonly SearchRecord[], out: string): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: 'ru' });
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  for (const record of records) {
    const added = await index.addHTMLFile({ url: record.url, content: recordHtml(record) });
    if (added.errors.length) throw new Error(`Pagefind, ${record.url}: ${added.errors.join('; ')}`);
  }
  const { files } = await index.getFiles();
  for (const { path, content } of files) writeInto(join(out, path), content);
  await close();
}

/** Writes a file, and makes its folder. */
export function writeInto(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A record as a page. */
function recordHtml({ title, lead, wanted, official, text }: SearchRecord): string {
  const paragraphs = [lead, ...text, [...wanted, ...official].join('. ')];
  return [
    '<html lang="ru"><body>',
    `<h1>${escapeHtml(title)}</h1>`,
    ...paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    '</body></html>',
  ].join('\n');
}
