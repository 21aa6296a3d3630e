/** Words that nobody else writes. No two letters of a word stand side by side twice: what compresses them leaves them as they are. */

/** What a citizen types into the text fields of each widget, by the ids of the fields. */
export const TYPED: Record<string, Record<string, string>> = {
  'okno-application-form': {
    'field-applicantLastName': 'Щъюфхцэгжы',
    'field-applicantFirstName': 'Ёжэхцуфъчю',
    'field-applicantMiddleName': 'Цхэьыщфюбг',
    'field-applicantSnils': '190-537-284 79',
    'field-applicantPhone': '8 947 150-83-62',
    'field-applicantEmail': 'xqjzvkwyph@gfbdmstnlr.ru',
  },
  'okno-complaint-form': {
    application: '22-2026-407159',
    text: 'Гъцфхщюэжь',
    name: 'Фёщхъцгюэы',
    email: 'wzkqvxjfyb@hgdptmsnlc.ru',
    phone: '8 936 048-27-15',
  },
  'okno-rating-form': { number: '22-2026-691830', code: '47150926', comment: 'Юхъщэцфёьг' },
};
/** The second step of the application. */
export const TYPED_LATER = {
  'field-childLastName': 'Эфщцхюъгёж',
  'field-childFirstName': 'Хюэцъфщьгы',
};
/** Name and content of the file that she chooses. */
export const FILE = { name: 'Ъэцщхфюгжё', content: 'QzXwJvKqYpHbUfGm' };
/** What a script of the page itself writes into the database, the storage and a field of its own: it has to be found. */
export const CONTROLS = {
  database: 'ZkJxQvWyPfHgBuMd',
  storage: 'YvQkXzJwFpGhUbDm',
  field: 'JwZxKvQyGfPbHuMd',
};
/** Parts of the numbers, as a program may write them. */
export const DIGITS = ['19053728479', '9471508362', '9360482715', '222026407159', '222026691830'];

/**
 * Where browsers keep what is typed into fields that say by `autocomplete` what they ask for: names, e-mail addresses, telephones. They do so
 * on every site, unless the citizen has turned it off, and offer it to her in the next form. Only `autocomplete="off"` would prevent it, and
 * then nobody could have her name filled in (WCAG 1.3.5). A telephone was once found in Chromium's `Preferences`, on a busy machine.
 */
export const REMEMBERED_IN = /^(?:Default\/(?:Web Data|Preferences)|formhistory\.sqlite)/;
/** The ids of those fields. */
export const REMEMBERED_FIELDS = [
  ...['field-applicantLastName', 'field-applicantFirstName', 'field-applicantMiddleName'],
  ...['field-applicantPhone', 'field-applicantEmail', 'name', 'email', 'phone'],
];
