/**
 * An error without its example where the hint of the field gives one already: a screen reader reads both.
 *
 * @example
 * withoutRepeatedExample('В СНИЛС 11 цифр, например 112-233-445 95.', '11 цифр, например 112-233-445 95') // 'В СНИЛС 11 цифр.'
 */
export function withoutRepeatedExample(error: string, hint = ''): string {
  const word = /например|for example/i;
  return word.test(hint) ? error.replace(/, (?:например|for example) .*\.$/, '.') : error;
}
