import type { CONTACT_MISTAKES } from './contact-mistakes.ts';

/** English texts of mistakes in a telephone and an e-mail address. */
export const CONTACT_MISTAKES_EN: typeof CONTACT_MISTAKES = {
  phone: 'Enter a telephone with its code, for example +7 903 123-45-67.',
  phoneForeign: 'Begin a foreign number with a plus and the code of the country.',
  phoneExtension: 'Enter the number without its extension: it will get an SMS.',
  phoneFree: 'No SMS reaches a number of 8 800. Enter your own telephone, for example +7 903 123-45-67.',
  email: 'Enter an e-mail address, for example ivanova@example.ru.',
  emailLetters:
    'Check the letters of the e-mail address: Latin before the @, and of one alphabet between the dots behind it.',
};
