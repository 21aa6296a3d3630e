/** An extension behind a telephone: «доб. 12», «ext 12», «#12». No SMS reaches it. */
const EXTENSION = /[\s,;]*(?:доб(?:ав(?:очный)?)?|вн(?:утр)?|ext|x|#)[\s.:]*\d+$/i;

/** What is wrong with a telephone. */
type PhoneFault = 'phone' | 'phoneForeign' | 'phoneExtension' | 'phoneFree';

/**
 * Reads a telephone as people write it, and gives E.164. A Russian one may begin with 8, 7, +7 or the code of the city; a foreign one begins
 * with +, or with 00 or 8 10 as it is dialled.
 *
 * @example readPhone('8 (903) 123-45-67') // { phone: '+79031234567' }
 * @example readPhone('+49 30 123456') // { phone: '+4930123456' }
 * @example readPhone('8 800 555-01-02') // { fault: 'phoneFree' }
 */
export function readPhone(text: string): { phone: string } | { fault: PhoneFault } {
  const bare = text.replace(/^(?:tel|тел|телефон|phone)[.:\s]*/i, '');
  if (EXTENSION.test(bare)) return { fault: 'phoneExtension' };
  if (!/^\+?[\d\s()[\]./_-]+$/.test(bare)) return { fault: 'phone' };
  const digits = bare.replace(/\D/g, '');
  const [, foreign = ''] = /^(?:00|810)(\d{8,})$/.exec(digits) ?? [];
  const international = bare.startsWith('+') ? digits : foreign;
  return international && !international.startsWith('7') ? readForeign(international) : readRussian(digits);
}

/** Country code and number have 8 to 15 digits together (ITU-T E.164); no country has a code that begins with 0 or 89. */
const readForeign = (digits: string) =>
  /^(?!89)[1-9]\d{7,14}$/.test(digits) ? { phone: `+${digits}` } : ({ fault: 'phone' } as const);

/** Codes of cities and networks in Russia and Kazakhstan begin with 3 to 9. */
function readRussian(digits: string): { phone: string } | { fault: PhoneFault } {
  const number = digits.replace(/^(?:00|810)(?=7\d{10}$)/, '').replace(/^[78](?=\d{10}$)/, '');
  // Of 8 903 123-45-678 one digit is too many; 375 29 123-45-67 lacks its plus.
  if (/^[1-79]\d{11,14}$/.test(number)) return { fault: 'phoneForeign' };
  if (!/^[3-9]\d{9}$/.test(number) || /^(\d)\1{9}$/.test(number)) return { fault: 'phone' };
  return /^80[0-9]/.test(number) ? { fault: 'phoneFree' } : { phone: `+7${number}` };
}
