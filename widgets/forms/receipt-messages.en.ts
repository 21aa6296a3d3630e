import { agoIn, type SavingMessages } from './receipt-messages.ts';

const moment = (at: number, timeZone: string) =>
  new Date(at).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone });

/** English texts. */
export const savingEn: SavingMessages = {
  sentAt: (at, now, timeZone) =>
    `Sent${now === undefined ? '' : ` ${agoIn('en', now - at, 'just now')}`}: ${moment(at, timeZone)}`,
  agency: 'Who answers',
  applicant: 'Applicant',
  whatThen: 'What next',
  toldBy: (ways) =>
    ways.length
      ? `We write to you about each step: ${new Intl.ListFormat('en').format(ways.map((way) => WAYS[way] ?? way))}.`
      : 'There is neither an e-mail address nor a telephone in the application: see where it stands by number and code.',
  then: [
    'The authority asks other authorities for the documents that they have. If something is missing, it asks you.',
    'Number and code show where the application stands; you need not sign in for that.',
  ],
  save: 'Save',
  calendar: 'The last day for a calendar',
  lastDay: (about) => `Last day of the answer: ${about}`,
  lastDayText: (number) => `Number ${number}. If no answer comes, you can complain.`,
  signed: 'Receipt signed by the portal',
  qr: 'QR code of the receipt',
  qrHint:
    'With it anybody can check the receipt, even without a connection. The code is not in it: it does not open the application.',
  saveFailed: 'It could not be saved. Write down the number and the code.',
};

const WAYS: Partial<Record<string, string>> = { email: 'by e-mail', sms: 'by SMS' };
