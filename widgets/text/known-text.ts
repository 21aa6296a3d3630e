/**
 * What a set says for a word of the contract; `undefined` for a word that only a newer portal knows.
 *
 * @example knownText({ paid: 'оплачено' }, 'refunded') // undefined
 */
export const knownText = <T>(texts: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(texts, word) ? texts[word] : undefined;
