/**
 * Folds letters that people use alike: capitals become small, ё becomes е. Folded texts can be compared.
 *
 * @example foldLetters('Берёзовка') // 'березовка'
 */
export const foldLetters = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');
