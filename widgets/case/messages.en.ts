// Longer than other modules: words only, which belong together.
import { draftEn } from '../forms/draft-messages.en.ts';
import { en as fileEn } from '../forms/file-messages.en.ts';
import { knownText } from '../text/known-text.ts';
import type { Messages } from './messages.ts';

const dayAndMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const weekday = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});
const roubles = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;
const utc = (day: string) => new Date(`${day}T00:00:00Z`);
const time = (instant: string, timeZone: string) =>
  new Date(instant).toLocaleTimeString('en-GB', { ...CLOCK, timeZone });
const dayOf = (instant: string, timeZone: string) =>
  new Date(instant).toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone });
const visitAt = (instant: string, timeZone: string) =>
  `${dayOf(instant, timeZone)}, ${time(instant, timeZone)}`;

/** What has become of the last visit, by its state. */
const LAST_VISITS = {
  booked: 'You are expected.',
  over: 'The visit is over.',
  cancelled: 'The visit has been cancelled.',
};

/** English texts. */
export const en: Messages = {
  loading: 'Loading…',
  retry: 'Try again',
  signInAgain: 'Sign in and go on',
  failures: {
    offline: () => 'The portal does not answer. Check your connection and try again.',
    tooMany: () => 'Too many tries in a row. Wait a minute and try again.',
    fault: (phone) => `Something is wrong with the portal. Try again in a few minutes or call ${phone}.`,
    signedOut: () => 'Your session is over. Sign in again, and we go on.',
    changed: () => 'The case has changed meanwhile. We load it anew.',
    taken: () => 'Somebody has just taken this time. Choose another one.',
    gone: () => 'The case does not have this any more. We load it anew.',
  },
  roles: {
    applicant: 'You',
    specialist: 'Official',
    otherAgency: 'Another agency',
    other: 'Somebody else in the case',
  },
  states: {
    registered: 'Application accepted',
    checked: 'Documents checked',
    requested: 'Other authorities have been asked',
    asked: 'You have been asked a question',
    decided: 'Decision made',
    ready: 'The result is ready',
    refused: 'Refused',
    withdrawn: 'Application withdrawn',
  },
  actions: {
    stateChanged: 'The case has moved on',
    requestSent: 'Information was asked for',
    requestAnswered: 'Information has come',
    messageSent: 'Letter',
    invoiceIssued: 'Invoice',
    fileIssued: 'File',
    prolonged: 'Period prolonged',
    corrected: 'Mended and sent again',
  },
  moment: (instant, timeZone) =>
    new Date(instant).toLocaleString('en-GB', { day: 'numeric', month: 'long', ...CLOCK, timeZone }),
  day: (day) => weekday.format(utc(day)),
  time,

  noLetters: 'There are no letters in this case yet.',
  newLetter: 'new',
  attached: (names) => `Attached: ${names}`,
  earlierLetters: 'Show earlier ones',
  write: 'Write to the agency',

  noInvoices: 'There is nothing to pay.',
  invoiceStates: {
    issued: 'to pay',
    overdue: 'overdue, but can still be paid',
    paid: 'paid',
    cancelled: 'cancelled, nothing to pay',
    other: 'ask the agency',
  },
  money: (kopecks) => `${roubles.format(kopecks / 100)} ₽`,
  payBy: (day) => `Pay no later than ${dayAndMonth.format(utc(day))}`,
  pay: 'Pay on the portal (in a new window)',
  showQr: 'QR code for the bank',
  hideQr: 'Hide the QR code',
  qr: 'QR code of the payment',
  qrHint: 'Open the application of your bank, find payment by QR code and point the camera here.',
  noQr: 'The QR code could not be drawn. Pay on the portal or by the details.',
  payByDetails: 'Payment details',
  copyDetails: 'Copy the details',
  copied: 'Copied',
  notCopied: 'It could not be copied: select the details and copy them yourself',
  details: {
    uin: 'UIN',
    amount: 'Amount',
    name: 'Payee',
    inn: 'INN',
    kpp: 'KPP',
    bank: 'Bank',
    bik: 'BIC',
    bankAccount: 'Single treasury account',
    account: 'Treasury account',
    kbk: 'KBK',
    oktmo: 'OKTMO',
    purpose: 'Purpose',
  },

  visitsNone: (last) =>
    last
      ? (knownText(LAST_VISITS, last.state) ??
        'Something about the visit has changed. Please ask the agency.')
      : 'You need not come. If you have to, times will appear here.',
  visitAt,
  bring: 'What for, and what to bring:',
  papers: 'Bring along:',
  ifAny: 'if you have it',
  map: 'Show on the map (openstreetmap.org, in a new window)',
  officePhone: 'Telephone',
  officeHours: 'Opening hours:',
  toCalendar: 'Add to my calendar',
  calendarFile: 'visit.ics',
  move: 'Choose another time',
  keepTime: 'Leave it as it is',
  cancelVisit: 'Cancel the visit',
  cancelSure: 'Cancel the visit? Others can take the time then.',
  cancelYes: 'Yes, cancel it',
  cancelNo: 'No, I will come',
  cancelled: 'The visit has been cancelled',
  chooseBy: (day) => `Choose a time no later than ${dayAndMonth.format(utc(day))}.`,
  days: 'Day',
  times: 'Time',
  noSlots: 'No time is free now. Look again later: one appears when somebody cancels a visit.',
  chooseTime: 'Choose a time',
  bookAt: (instant, timeZone) => `I will come: ${visitAt(instant, timeZone)}`,
  booked: (instant, timeZone) => `You are expected: ${visitAt(instant, timeZone)}`,

  noFiles: 'There are no files yet. The result will appear here.',
  size: fileEn.size,
  download: 'Download',
  downloadWhat: (name) => `Download: ${name}`,
  downloading: 'Downloading…',
  downloaded: (name) => `The file “${name}” has been downloaded`,
  checkSignature: 'Check the signature',
  checkWhat: (name) => `Check the signature: ${name}`,
  checking: 'Checking…',
  signed: (signer, checkedAt) =>
    `The signature is valid. ${signer && `Signed by: ${signer}. `}Checked on ${checkedAt}.`,
  notSigned: (reason) =>
    `The signature is not valid. ${reason && `${reason} `}Do not show this file to anybody as a true one: ask the agency about it.`,

  noContacts:
    'The application has neither an e-mail address nor a telephone, so nothing can be sent. All news are on this page.',
  noticesLead: 'All news are always on this page. What else shall we write to you about?',
  channels: {
    email: (sentTo) => `E-mail to ${sentTo}`,
    sms: (sentTo) => `SMS to ${sentTo}`,
  },
  noticeKinds: {
    registered: 'application accepted',
    question: 'a question to me',
    invoice: 'something to pay',
    visit: 'I have to come',
    refusal: 'refusal',
    result: 'the result is ready',
    overdue: 'the answer is late',
    news: 'other news',
  },
  quietAtNight: 'No SMS at night, from 21:00 to 9:00',
  noticesStored: 'Saved',

  confirmTitle: 'Confirm that it is you',
  confirmWhy:
    'For personal data, number and code are not enough. We send one more code to an address of the application.',
  noChannels: (phone) =>
    `For personal data, number and code are not enough, and the application has neither an e-mail address nor a telephone. Help by telephone: ${phone}.`,
  sendCodeTo: (channel, sentTo, isAgain) =>
    `${isAgain ? 'Send again' : 'Send a code'} ${channel === 'sms' ? 'by SMS to' : 'by e-mail to'} ${sentTo}`,
  channelGone: 'A code cannot be sent there. Choose another way.',
  digits: 'Confirmation code',
  codeSentTo: (sentTo) => `Six digits, sent to ${sentTo}. They are good for ten minutes`,
  confirm: 'Confirm',
  sixDigits: 'Enter the six digits of the letter or SMS.',
  wrongDigits: 'These digits are wrong. Look at the letter or SMS: only the last ones are good.',
  codeOver: 'This code is not good any more. Ask for a new one.',

  mendHow: 'We open the form with your answers and show what to mend. You need not fill in the rest again.',
  mend: 'Open the form with my answers',

  files: 'Photos and documents',
  file: fileEn,
  draft: draftEn,
  form: {
    saved: 'saved',
    optional: 'optional',
    sending: 'Sending…',
    summary: 'Check your answer',
    notices: {
      restored: 'We have kept what you wrote before. You can go on.',
      refused: 'The portal did not take it: mend what is marked and send it again.',
      unclear: (phone) =>
        `The portal did not answer. It may have arrived: send it again, it will not come twice. You can also ask by telephone: ${phone}.`,
      offline: (phone) =>
        `The portal does not answer, nothing has been sent yet. All that you wrote is kept. Try again a little later, or ask by telephone: ${phone}.`,
      tooMany: (phone) =>
        `Too many tries in a row. Wait a minute and send it again, or ask by telephone: ${phone}.`,
      fault: (phone) =>
        `Something is wrong with the portal, nothing has been sent yet. Try again in a few minutes or call ${phone}.`,
      stepUp: 'Please confirm below that it is you.',
      signedOut:
        'Your session is over, and nothing has been sent. What you have written is still here: sign in again, and it is sent.',
      changed: 'The case has changed while you were writing. Refresh it: this may not be needed any more.',
    },
  },
  forms: {
    answer: {
      title: 'Your answer',
      text: 'Answer',
      textHint: 'You can answer in words, send photos, or both',
      send: 'Send the answer',
      sent: 'The answer has been sent',
    },
    message: {
      title: 'A letter to the agency',
      lead: 'A letter does not change the day of the answer. The reply comes here.',
      text: 'What you want to say',
      textHint: 'You can write, attach photos, or both',
      send: 'Send the letter',
      sent: 'The letter is sent',
    },
    withdrawal: {
      title: 'Withdraw the application',
      lead: 'It will not be considered any more. It cannot be brought back, but you can apply anew.',
      text: 'Why you withdraw it',
      send: 'Withdraw the application',
      sent: 'The application has been withdrawn',
    },
    escalation: {
      title: 'Hand the complaint over',
      lead: 'The controlling body gets the complaint, the answer to it and the history. You need not collect anything.',
      text: 'What you want to add',
      send: 'Hand over',
      sent: 'The complaint has been handed over',
    },
  },
  formMistake: (field, code) => MISTAKES[field]?.[code] ?? 'Check your answer.',
};

const MISTAKES: Partial<Record<string, Partial<Record<string, string>>>> = {
  text: {
    required: 'Write an answer or attach a photo.',
    tooLong: 'This is too long. Make it shorter.',
  },
  uploads: {
    fileRefused:
      'The portal did not take the file. Attach another one: a photo (JPEG, PNG) or a PDF up to 50 MB.',
    tooMany: 'Too many files. Leave ten at most.',
  },
};
