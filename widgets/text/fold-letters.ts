/** Text in which letters that people take for one are one: lower case, ё as е. «Берёзовка» is «березовка». */
export const foldLetters = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');
