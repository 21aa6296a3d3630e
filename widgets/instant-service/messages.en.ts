// Longer than other modules: words only, which belong together.
import { draftEn } from '../forms/draft-messages.en.ts';
import type { Messages } from './messages.ts';

/** Left out where the browser refuses to save the draft. */
const answersKept = (isSaved: boolean) => (isSaved ? ' What you typed is kept.' : '');
const money = new Intl.NumberFormat('en', { style: 'currency', currency: 'RUB' });
const decimal = new Intl.NumberFormat('en');
const longDay = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });
const dayInWords = (day: string) => longDay.format(new Date(`${day}T00:00:00Z`));

/** English texts. */
export const en: Messages = {
  kinds: {
    fines: {
      title: 'Traffic fines',
      lead: 'Name the car. With your licence, fines in your own name are found too.',
    },
    taxDebt: { title: 'Tax debts', lead: 'All that is needed is your INN.' },
    pensionAccount: {
      title: 'Pension account',
      lead: 'There is nothing to type: the portal knows you when you sign in.',
    },
    enforcementProceedings: {
      title: 'Debts with the bailiffs',
      lead: 'There is nothing to type: the portal knows you when you sign in.',
    },
    signatureCheck: {
      title: 'Check of an electronic signature',
      lead: 'Your device compares the file with its signature. Only the signature goes to the portal; if it needs the file, we ask you first.',
    },
  },
  questions: {
    plate: { label: 'Number plate', hint: 'For example, А123ВС22' },
    licence: { label: 'Driving licence', hint: 'Series and number, ten digits' },
    inn: { label: 'INN', hint: 'Twelve digits' },
    file: { label: 'Document', hint: 'A PDF with a signature in it, or any file that has a signature file' },
    signature: { label: 'Signature file', hint: 'If it is apart: its name ends in .sig, .sgn or .p7s' },
  },
  optional: 'optional',
  chooseFile: 'Choose a file',
  otherFile: 'Choose another file',
  removeFile: (name) => `Remove ${name}`,
  send: 'Find out',
  sending: 'Asking…',
  saved: 'saved',
  unknown: (phone) => `There is no such answer here. Call ${phone} for help.`,
  draft: draftEn,
  summary: 'Check your answers',
  notices: {
    restored: 'We have kept what you typed earlier. You can go on.',
    refused: 'Correct what is marked and ask again.',
    needsSignIn: (_, isSaved) =>
      `The portal asks you to sign in, so that nobody else sees the answer.${answersKept(isSaved)} The answer comes by itself then.`,
    notSignedIn: (_, isSaved) =>
      `You could not be signed in.${answersKept(isSaved)} Allow pop-up windows for this site; its address has to begin with https.`,
    notConfirmed:
      'The portal tells this only to those whose account is confirmed. It is confirmed in an MFC or by a bank, free of charge.',
    unreadable:
      'This device cannot check such a signature. The portal can, but needs the file itself for that.',
    unclear: (phone) => `The portal did not answer. Ask once more. You can also call ${phone}.`,
    offline: (phone, isSaved) =>
      `The portal does not answer.${answersKept(isSaved)} Try again a little later or call ${phone}.`,
    tooMany: (phone) => `Too many questions in a row. Wait a minute and ask again, or call ${phone}.`,
    fault: (phone, isSaved) =>
      `Something is wrong with the portal: there is no answer yet.${answersKept(isSaved)} Try again in a few minutes or call ${phone}.`,
  },
  signIn: 'Sign in and find out',
  sendFile: 'Send the file to the portal',
  mistake: (field, code) => MISTAKES[field]?.[code] ?? 'Check the answer.',
  preparing: 'The answer is being prepared',
  preparingHint:
    'It usually takes less than a minute and appears here by itself. You can close the page and come back.',
  answer: {
    fines: 'Your fines',
    taxDebt: 'Your tax debts',
    pensionAccount: 'Your pension account',
    enforcementProceedings: 'Your debts with the bailiffs',
    signatureCheck: 'Result of the check',
  },
  source: (source, at, timeZone) =>
    [source, new Date(at).toLocaleString('en', { dateStyle: 'long', timeStyle: 'short', timeZone })]
      .filter(Boolean)
      .join(', '),
  signedOut: 'The answer is kept at the portal. Sign in to see it.',
  gone: 'The portal does not have this answer any more. Ask again.',
  failed: (phone) => `The portal does not answer. Try again a little later or call ${phone}.`,
  retry: 'Try again',
  signInAgain: 'Sign in',
  print: 'Print',
  again: 'Ask again',
  money: (kopecks) => money.format(kopecks / 100),
  total: 'Total',
  none: {
    fines: 'There are no unpaid fines',
    taxDebt: 'There are no tax debts',
    enforcementProceedings: 'There are no debts with the bailiffs',
  },
  fine: {
    order: (number) => `Order ${number}`,
    issuedOn: (day) => `of ${dayInWords(day)}`,
    discount: (sum, day) => `${sum} if paid by ${dayInWords(day)}`,
  },
  taxDue: (day) => `had to be paid by ${dayInWords(day)}`,
  pension: {
    points: 'Pension points',
    number: (points) => decimal.format(points),
    workYears: 'Years of work',
    years: (count) => String(count),
    countedOn: (day) => `Counted up to ${dayInWords(day)}`,
  },
  proceedings: {
    number: (number) => `Proceedings ${number}`,
    startedOn: (day) => `begun on ${dayInWords(day)}`,
  },
  signature: {
    valid: 'The signature is valid',
    invalid: 'The signature is not valid',
    signer: (name) => `Signed by ${name}`,
    changed: 'The file was changed after it was signed, or this is the signature of another file.',
    none: 'There is no signature in this file.',
  },
  pay: 'Pay',
  hideQr: 'Hide the QR code',
  qr: 'QR code for the payment',
  qrHint: 'Point the camera of your bank’s application at it. On a telephone, type the УИН there.',
  uin: (uin) => `УИН ${uin}`,
};

const MISTAKES: Partial<Record<string, Partial<Record<string, string>>>> = {
  plate: {
    required: 'Enter the number plate.',
    plate: 'A number plate has a letter, three digits, two letters and the region.',
  },
  licence: { licence: 'The number of a licence has ten digits.' },
  inn: {
    required: 'Enter the INN: twelve digits.',
    inn: 'An INN has twelve digits, and the last two do not fit the others. Compare it with the certificate.',
  },
  file: {
    required: 'Choose the file to be checked.',
    fileRefused: 'The portal does not take such a file: PDF, JPEG or PNG up to 20 MB.',
  },
  signature: {
    elsewhere:
      'A signature inside such a file cannot be found. Add the signature file: its name ends in .sig.',
    tooLong: 'The signature file is too large. Check that it is the right one.',
  },
};
