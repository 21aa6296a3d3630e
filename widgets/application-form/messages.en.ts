// Longer than other modules: words only, which belong together.
import { CONTACT_MISTAKES_EN } from '../fields/contact-mistakes.en.ts';
import { textOf } from '../fields/field-kind.ts';
import { clean } from '../text/clean.ts';
import type { Field } from '../contract/forms/schemas.ts';
import { formatOf } from '../contract/values/formats/load.ts';
import { withoutRepeatedExample } from '../fields/repeated-example.ts';
import { draftEn } from '../forms/draft-messages.en.ts';
import { savingEn } from '../forms/receipt-messages.en.ts';
import { sendingEn } from '../forms/sending-messages.en.ts';
import { registeredOnEn } from '../forms/registration-messages.ts';
import { en as file } from '../forms/file-messages.en.ts';
import type { Messages } from './messages.ts';

const longDate = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});

const fullDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** Left out where the browser refuses to save the draft. */
const answersKept = (isSaved: boolean) => (isSaved ? ' All that you wrote is kept.' : '');

/** English texts. */
export const en: Messages = {
  loading: 'Opening the form…',
  slow: (phone) => `The form takes longer than usual to open. You can wait, or call ${phone}.`,
  unknown:
    'There should be an application form here, but there is no such service. Please tell the webmaster of this site.',
  noForm: (phone) => `You cannot apply for this service on the site yet. Help by telephone: ${phone}.`,
  card: 'How to get the service',
  unavailable: (phone) => `The form cannot be opened now. Try again later or call ${phone}.`,
  retry: 'Try again',
  step: (number, of, title) => `Step ${number} of ${of} · ${title}`,
  saved: 'saved',
  optional: 'optional',
  choose: 'Choose',
  next: (title) => `Next: ${title}`,
  back: 'Back',
  review: 'Review',
  reviewHint: 'Read it once more. You can change any answer.',
  empty: 'left empty',
  change: 'Change',
  changeWhat: (title) => `Change: ${title}`,
  consentTitle: 'Consent',
  consent: 'I agree that my personal data are processed so that the authority can consider the application',
  consentDetails: 'Who processes the data, and how (in a new window)',
  consentMissing: 'Tick the consent: without it the authority may not consider the application.',
  consentUnknown:
    'The portal does not know this text of the consent: there is a new one. Reload the page and tick it. Your answers are kept.',
  send: 'Apply',
  sending: 'Sending…',
  draft: draftEn,
  outbox: sendingEn,
  summary: 'Check your answers',
  correcting: (number) => `You are mending application No. ${number}: your answers are here already.`,
  mendHere: 'What to mend is marked on this step.',
  mendElsewhere: 'Still to be mended:',
  mendThis: 'Mend this answer:',
  mended: 'You have changed this answer. The official wrote:',
  notices: {
    confirmAgain:
      'The confirmation is over: it is good for half an hour. Find the application by number and code, and press “Mend and apply again” once more: all that you have mended is kept.',
    restored: 'We have kept what you wrote earlier. You can go on.',
    refused: 'The portal did not accept the application: correct what is marked and send it again.',
    formChanged:
      'While you were filling it in, the questions of the form have changed. Your answers are kept: check them and send it again.',
    signInFailed: 'Signing in did not work. Try again or fill in the form yourself.',
    signInUnfinished:
      'You have not signed in yet. Press “Sign in” once more: the portal opens in place of this page, and what you have typed is kept. Or fill in the form yourself.',
    signInBlocked:
      'The browser did not open the window. Allow this site to open windows and press “Sign in” once more, or fill in the form yourself.',
    signInInsecure:
      'You cannot sign in here: the address of this page begins with http://, and others could read your data on the way. Fill in the form yourself.',
    unclear: (phone) =>
      `The portal did not answer. The application may have arrived: we are checking. There will be no second one, even if you apply once more. You can also call ${phone}.`,
    changedSince:
      'The answers have changed since you pressed “Apply”, so it has not been sent. Check them and apply once more.',
    notSent: 'The application has not been sent. Change what you need, and apply.',
    sentElsewhere: (phone) =>
      `This application has been sent already, with other answers: from another device or tab, where its number is. If you do not find it, call ${phone}.`,
    offline: (phone, isSaved) =>
      `The portal does not answer and the application has not been sent.${answersKept(isSaved)} Try again a little later: there will be no second application. You can also call ${phone}.`,
    tooMany: (phone) =>
      `Too many tries in a row. Wait a minute and send it again. You can also call ${phone}.`,
    fault: (phone, isSaved) =>
      `Something is wrong with the portal and the application has not been accepted.${answersKept(isSaved)} Try again in a few minutes or call ${phone}.`,
  },
  signIn: 'Sign in and fill in what is known of me',
  signInHint: 'You need not: everything can be written by hand.',
  signedIn: (name) => `Welcome, ${name}! We have filled in what the portal knows of you. Please check it.`,
  registeredOn: registeredOnEn,
  sent: 'Application accepted',
  earlier:
    'The portal had accepted the application at the first try. What you changed afterwards is not in it.',
  answerBy: (date) => `You will be answered no later than ${date}`,
  number: 'Application number',
  code: 'Code',
  keep: 'Write down the number and the code or print this page: with them you can see where the application stands.',
  follow: 'Where is my application?',
  saving: savingEn,
  print: 'Print',
  another: 'Apply once more',
  addressHint: 'Begin with any word: “барн лен 12”',
  file,
  promised: (day) => longDate.format(new Date(`${day}T00:00:00Z`)),
  date: (day) => fullDate.format(new Date(`${day}T00:00:00Z`)),
  offer: (correction) => `Did you mean ${correction}? Correct it`,
  mistake: (code, field, { value, formats }) =>
    withoutRepeatedExample(
      formatOf(field, formats)?.en[code] ??
        MISTAKES[code]?.(field, clean(textOf(value))) ??
        `Check: ${field.label}.`,
      field.hint,
    ),
};

const MISTAKES: Partial<Record<string, (field: Field, typed: string) => string>> = {
  required: (field) => REQUIRED[field.type]?.(field) ?? `Fill in “${field.label}”.`,
  tooLong: (field, { length }) =>
    'maxLength' in field
      ? `Too long: “${field.label}”. ${length} characters, and ${field.maxLength} have room: shorten the text.`
      : `Too long: “${field.label}”. Shorten the text.`,
  tooMany: () => 'Too many files. Remove some.',
  date: () => 'Enter a date: day, month and year, for example 21.11.2026.',
  dateNone: (_, typed) => `The calendar has no “${typed}”. Check the day and the month.`,
  dateFar: () => 'This day is too far from today. Check the year.',
  dateFuture: () => 'This day has not come yet. Check the year.',
  datePast: () => 'This day is over. Check the year.',
  snils: () => 'A СНИЛС has 11 digits, for example 112-233-445 95.',
  snilsChecksum: () => 'The last two digits of the СНИЛС do not fit the others. Compare them with the card.',
  snilsNone: () => 'There is no such СНИЛС. Compare it with the card.',
  snilsSame: () => 'This СНИЛС stands above already, and everybody has their own. Compare it with the card.',
  ...Object.fromEntries(Object.entries(CONTACT_MISTAKES_EN).map(([code, text]) => [code, () => text])),
  name: ({ label, required }) =>
    `Write it in letters, as in the document: “${label}”.${required ? '' : ' If there is none, leave it empty.'}`,
  nameDigits: ({ label }) => `A name has no digits. Check: “${label}”.`,
  lookalike: ({ label }) =>
    `Check the letters: in “${label}” Russian ones are mixed with Latin ones that look like them.`,
  account: (_, typed) => `An account has 20 digits, and this has ${typed.replace(/\D/g, '').length}.`,
  accountChecksum: () => 'The account does not fit the БИК of the bank. Compare both in the app of the bank.',
  address: () => 'Check the address or write it anew.',
  file: () => 'The file did not arrive. Attach it again.',
  fileRefused: () =>
    'The portal did not take the file. Attach another one: a photo (JPEG, PNG) or a PDF up to 50 MB.',
};
const REQUIRED: Partial<Record<Field['type'], (field: Field) => string>> = {
  choice: ({ label }) => `Choose an answer: “${label}”.`,
  date: ({ label }) => `Enter a date: “${label}”, for example 21.11.2026.`,
  snils: () => 'Enter the СНИЛС, for example 112-233-445 95.',
  phone: () => 'Enter a telephone, for example +7 903 123-45-67.',
  email: () => 'Enter an e-mail address, for example ivanova@example.ru.',
  address: () => 'Enter the address: locality, street and house.',
  file: ({ label }) => `Attach a file: “${label}”.`,
};
