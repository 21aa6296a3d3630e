import { draftEn } from '../forms/draft-messages.en.ts';
import type { Messages } from './messages.ts';

/** Left out where the browser refuses to save the draft. */
const answersKept = (isSaved: boolean) => (isSaved ? ' Your answers are kept.' : '');

/** English texts. */
export const en: Messages = {
  title: 'How did it go?',
  lead: 'Seven questions; you can skip any of them. Your marks help to mend what is inconvenient.',
  number: 'Application number',
  numberHint: (example) => `For example, ${example}`,
  code: 'Code',
  codeHint: 'Ten characters, for example ACEK3-7MPTY',
  criteria: {
    time: { title: 'Time', hint: 'How long it took to get the result' },
    queue: { title: 'Queue', hint: 'How long you waited at the office' },
    politeness: { title: 'Politeness and knowledge of the official' },
    premises: { title: 'Comfort of the premises', hint: 'Getting in, sitting down, a place to write' },
    information: {
      title: 'Information, electronic forms and payment',
      hint: 'How easy it was to learn the procedure, fill in the form and pay online',
    },
    waiting: {
      title: 'Waiting for the answer',
      hint: 'How soon you were answered, and whether you were kept informed',
    },
    convenience: {
      title: 'Convenience as a whole',
      hint: 'Finding the service, booking, applying, paying, getting the result',
    },
  },
  place: (index, of) => `${index} of ${of}`,
  marks: ['poor', 'weak', 'fair', 'good', 'excellent'],
  comment: 'Anything else',
  commentHint: 'Do not write passport data or telephone numbers here',
  optional: 'optional',
  anonymous: 'Do not tell the agency which application this is about',
  send: 'Send the rating',
  sending: 'Sending…',
  saved: 'saved',
  clear: 'Clear all marks',
  draft: draftEn,
  summary: 'Check your answers',
  follow: 'Where is my application?',
  notices: {
    restored: 'We have kept what you chose earlier. You can go on.',
    refused: 'The portal did not accept the rating: correct what is marked and send it again.',
    wrongPair:
      'There is no application with this number and code. Compare both with the confirmation that you were shown when it was accepted.',
    noResult: (_, isSaved) =>
      `There is no result yet. You can rate the service when it is there.${answersKept(isSaved)}`,
    unclear: (phone) =>
      `The portal did not answer. The rating may have arrived: send it again, it will not become a second one. You can also call ${phone}.`,
    offline: (phone, isSaved) =>
      `The portal does not answer and the rating has not been sent.${answersKept(isSaved)} Try again a little later or call ${phone}.`,
    tooMany: (phone) =>
      `Too many tries in a row. Wait a minute and try again. If you have lost the code, call ${phone}.`,
    fault: (phone, isSaved) =>
      `Something is wrong with the portal and the rating has not been accepted.${answersKept(isSaved)} Try again in a few minutes or call ${phone}.`,
  },
  sent: 'Thank you! Your rating has been accepted',
  sentHint: 'Ratings show what has to be mended first.',
  alreadyRated: 'Thank you! You have already rated this service',
  alreadyRatedHint: 'Each application is rated once. Yours has been counted.',
  changed: 'The rating is changed',
  changeableUntil: (at, timeZone) =>
    `You can change it until ${new Date(at).toLocaleString('en', { dateStyle: 'long', timeStyle: 'short', timeZone })}.`,
  change: 'Change the rating',
  another: 'Rate another service',
  mistake: (field, code) => MISTAKES[field]?.[code] ?? 'Check the answer.',
};

const MISTAKES: Partial<Record<string, Partial<Record<string, string>>>> = {
  number: {
    required: 'Enter the application number.',
    number: 'The number has 12 digits.',
  },
  code: {
    required: 'Enter the code: ten characters.',
    code: 'The code has ten characters or eight digits.',
  },
  marks: { required: 'Give at least one mark.' },
  comment: { tooLong: 'Too long. Shorten it to 2000 characters.' },
};
