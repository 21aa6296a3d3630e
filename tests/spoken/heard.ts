/** What Orca says, in Russian, of a control whose answer is wrong. */
const INVALID = 'неверный ввод';
/** So many words make a line a sentence: nobody wants to hear it twice. Shorter ones are roles, and names of buttons. */
const SENTENCE = 4;

/** Orca says so where keys write into a field from now on, or move through the page again. */
const MODE = 'Режим ';

/**
 * The lines without those that Firefox has Orca say again: it calls a description changed when that is read for the first time since it has
 * changed (`atk_object_set_description`). Such a line comes at once behind the first one, which Orca has ended with a full stop.
 */
export const withoutRereadDescriptions = (lines: readonly string[]): string[] => {
  const bare = (line = '') => line.replace(/\.$/, '');
  return lines.filter((line, i) => {
    const before = (lines[i - 1] ?? '').startsWith(MODE) ? i - 2 : i - 1;
    return bare(line) !== bare(lines[before]);
  });
};

const wordsOf = (line: string): string[] => line.match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * What is wrong with the lines heard since an action: an expected sentence is missing, comes twice or in another order, any other sentence
 * comes twice, or a control is called wrong where no sentence that is expected does so.
 *
 * @example faultsOf(['Телефон запись.'], ['Телефон', 'В номере 11 цифр.']) // ['не прозвучало: «В номере 11 цифр.»']
 */
export function faultsOf(lines: readonly string[], expected: readonly string[]): string[] {
  const heard = lines.join('\n');
  const faults: string[] = [];
  let after = 0;
  for (const sentence of expected) {
    const times = heard.split(sentence).length - 1;
    if (times === 0) faults.push(`не прозвучало: «${sentence}»`);
    else if (times > 1) faults.push(`прозвучало ${times} раза: «${sentence}»`);
    else if (heard.indexOf(sentence) < after) faults.push(`не по порядку: «${sentence}»`);
    after = Math.max(after, heard.indexOf(sentence));
  }
  const doubled = lines.filter((line, i) => wordsOf(line).length >= SENTENCE && lines.indexOf(line) < i);
  faults.push(...new Set(doubled.map((line) => `прозвучало ещё раз: «${line}»`)));
  if (heard.includes(INVALID) && !expected.some((sentence) => sentence.includes(INVALID)))
    faults.push(`назван неверным: «${lines.find((line) => line.includes(INVALID)) ?? ''}»`);
  return faults;
}
