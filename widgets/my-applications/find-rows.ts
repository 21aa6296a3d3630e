import type { Row } from './rows.ts';

/** What is compared in a search: «Детский сад, Маша» → «детский сад маша», № 22-2026-000001 → 222026000001. */
const folded = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[№\p{P}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The rows that a citizen looks for: by the name that she has given, the service, or the number or a part of it. */
export function findRows(rows: readonly Row[], query: string): Row[] {
  const words = folded(query).split(' ');
  return rows.filter((row) => {
    const text = folded([row.name, row.title, row.kase?.number ?? ''].join(' '));
    return words.every((word) => text.includes(word)) || text.includes(words.join(''));
  });
}
