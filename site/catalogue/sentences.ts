/** Texts cut to whole sentences. */

/**
 * The first sentence of a text.
 *
 * @example firstSentence('Поставить в очередь. Получить место.') // 'Поставить в очередь.'
 */
export const firstSentence = (text: string) => /^.*?[.!?…](?=\s+[А-ЯЁ«]|$)/su.exec(text)?.[0] ?? text;

/** Signs of a description that search engines show. */
const DESCRIPTION_LENGTH = 160;

/** A description that search engines show whole: as many sentences of a text as fit, or the words that do. */
export function shortDescription(text: string): string {
  if (text.length <= DESCRIPTION_LENGTH) return text;
  const sentences = /^.*[.!?…](?=\s)/su.exec(text.slice(0, DESCRIPTION_LENGTH))?.[0];
  return sentences ?? `${text.slice(0, DESCRIPTION_LENGTH - 1).replace(/[\s,;:—–-]+\S*$/u, '')}…`;
}
