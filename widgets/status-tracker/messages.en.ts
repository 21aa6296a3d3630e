// Longer than other modules: words only, which belong together.
import { registeredOnEn } from '../forms/registration-messages.ts';
import type { Messages } from './messages.ts';

const dayAndMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const weekday = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});
const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;
const plural = new Intl.PluralRules('en');

const utc = (day: string) => new Date(`${day}T00:00:00Z`);
const days = (count: number, unit: 'workingDay' | 'calendarDay') =>
  `${unit === 'workingDay' ? 'working ' : ''}${plural.select(count) === 'one' ? 'day' : 'days'}`;

const moment = (instant: string, timeZone: string) =>
  new Date(instant).toLocaleString('en-GB', { day: 'numeric', month: 'long', ...CLOCK, timeZone });
const clock = (at: number, timeZone: string) =>
  new Date(at).toLocaleTimeString('en-GB', { ...CLOCK, timeZone });

const GONE =
  'The portal does not keep this case any more: its time is over, or the applicant has had her data erased.';

/** English texts. */
export const en: Messages = {
  title: 'Where is my application?',
  lead: 'Enter the number and the code that you were shown when your application or complaint was accepted.',
  number: 'Number of the application or complaint',
  numberHint: (example) => `For example, ${example}`,
  code: 'Code',
  codeHint: 'For example, ACEK3-7MPTY. Capital or small letters, with or without the hyphen',
  find: 'Find out',
  reading: 'Looking…',
  summary: 'Check the number and the code',
  refusals: {
    wrongPair:
      'There is no application or complaint with this number and code. Compare both with the confirmation that you were shown when it was accepted.',
    notYours:
      'Your session does not open the case with this number: it was sent without signing in, or by somebody else. Type the code that was shown with the number.',
    gone: GONE,
  },
  failures: {
    offline: (phone) =>
      `The portal does not answer. Check your connection and try again, or ask by telephone: ${phone}.`,
    tooMany: (phone) =>
      `Too many tries in a row. Compare the number and the code with the confirmation, and try again in a minute. If you have lost the code, call ${phone}.`,
    fault: (phone) =>
      `Something is wrong with the portal. Your application is safe. Try again in a few minutes or call ${phone}.`,
  },
  retry: 'Try again',
  numbered: (number) => `No. ${number}`,
  daysLeft: ({ value, unit }) =>
    value > 0
      ? `${days(value, unit)} until the answer`
      : value === 0
        ? 'Today is the last day'
        : `The answer is ${-value} ${days(-value, unit)} late`,
  by: (day) => `You will have an answer no later than ${weekday.format(utc(day))}.`,
  waitsForYou: 'Your answer is awaited',
  waits: (agency) => `Considered by ${agency}, but the period stands still until you answer the question.`,
  wasDue: (day) => `The answer was due on ${weekday.format(utc(day))}.`,
  considers: (agency) => `Considered by ${agency}.`,
  questions: 'Questions about the application:',
  progress: 'Progress',
  states: {
    registered: {
      done: 'Application accepted',
      doneHint: 'An official has it.',
      next: 'Acceptance',
      nextHint: 'you get a number and a code',
    },
    checked: {
      done: 'Documents checked',
      doneHint: 'All is in order.',
      next: 'Check of the documents',
      nextHint: 'we see whether anything is missing',
    },
    requested: {
      done: 'Other authorities have been asked',
      doneHint: 'You need not do anything.',
      next: 'Answers from other authorities',
      nextHint: 'we ask them ourselves',
    },
    asked: {
      done: 'You have been asked a question',
      doneHint: 'It stands above: you can answer it right here.',
      next: 'A question to you',
      nextHint: 'if something is missing',
    },
    decided: {
      done: 'Decision made',
      doneHint: 'The result is being prepared.',
      next: 'Decision',
      nextHint: 'you will see it here',
    },
    ready: {
      done: 'The result is ready',
      doneHint: 'You can collect it.',
      next: 'Result',
      nextHint: 'we tell you where and how to get it',
    },
    refused: {
      done: 'Refused',
      doneHint: 'Mend what the refusal names and apply again.',
      next: 'Refusal',
      nextHint: 'with the reason',
    },
    withdrawn: {
      done: 'Application withdrawn',
      doneHint: 'You can apply again on any day.',
      next: 'Withdrawal',
      nextHint: 'at your request',
    },
  },
  registeredOn: registeredOnEn,
  moved: 'The case has moved on',
  resumed: 'You have answered the question',
  done: 'done',
  now: 'now',
  ahead: 'ahead',
  until: (day) => `by ${dayAndMonth.format(utc(day))}`,
  moment,
  ifOverdue: (day) =>
    `If there is no answer by ${dayAndMonth.format(utc(day))}, a button “Complain” will appear here.`,
  overdue:
    'You should have had an answer by now. You have a right to complain; the number is filled in for you.',
  refused: 'Do you disagree? You can complain about the refusal; the number is filled in for you.',
  complain: 'Complain',
  getResult: 'Show the result',
  rateHint: 'How did it go? Seven short questions; you can skip any of them.',
  rate: 'Rate the service',
  needs: {
    answer: { title: () => 'You have been asked a question', button: 'Answer' },
    pay: { title: () => 'There is something to pay', button: 'Show the invoice' },
    'choose-time': { title: () => 'Choose when you want to come', button: 'Choose a time' },
    come: {
      title: (at, timeZone) =>
        at === undefined ? 'You are expected' : `You are expected on ${moment(at, timeZone)}`,
      button: 'Where it is and what to bring',
    },
    mend: { title: () => 'You can mend it and apply again', button: 'Mend and apply again' },
    other: { title: () => 'One more step is needed: the letters tell of it', button: 'Show the letters' },
  },
  doBy: (day) => `Please do it no later than ${weekday.format(utc(day))}.`,
  sections: {
    letters: 'Letters',
    invoices: 'Invoices',
    visits: 'Visit',
    files: 'Files',
    history: 'Whole history',
    notices: 'How you hear of news',
    withdrawal: 'Withdraw the application',
  },
  unread: (count) => `${count} new`,
  unpaid: (count) => `${count} to pay`,
  complaint: {
    title: 'Complaint',
    progress: 'Progress of the complaint',
    states: {
      registered: 'Complaint accepted',
      underReview: 'The complaint is being considered',
      answered: 'The complaint has been answered',
      escalated: 'The controlling body has the complaint',
      closed: 'The controlling body has answered',
    },
    moved: 'The complaint has moved on',
    late: 'The answer to the complaint is late',
    about: (agency) => `Complaint about: ${agency}`,
    answerBy: {
      agency: 'Answer of the agency',
      controllingBody: 'Answer of the controlling body',
      other: 'Answer to the complaint',
    },
    satisfied: 'The complaint was found justified.',
    rejected: 'The complaint was rejected.',
    escalate: 'Hand over to the controlling body',
    escalateLate:
      'You should have had an answer by now. You can hand the complaint over to the body that controls this agency.',
    escalateDisagree:
      'Do you disagree with the answer? You can hand the complaint over to the body that controls this agency.',
  },
  changed: (state) => `News of the case: ${state}`,
  deeds: {
    answered: 'The answer has been sent. The period goes on.',
    withdrawn: 'The application has been withdrawn.',
    escalated: 'The controlling body has the complaint now.',
    wrote: '',
    visit: '',
    read: '',
    notices: '',
  },
  erased: `${GONE} Here is what was known last; print it if you need it.`,
  signedOut: 'Your session is over. Sign in again to see what is new.',
  signInAgain: 'Sign in and go on',
  stale: (at, timeZone, phone) =>
    `The portal does not answer. Here is what was known at ${clock(at, timeZone)}; it is refreshed as soon as the portal answers. You can also ask by telephone: ${phone}.`,
  kept: (at, timeZone, phone) =>
    `The portal does not answer. Here is what this device knew on ${moment(new Date(at).toISOString(), timeZone)}; it is refreshed as soon as the portal answers. You can also ask by telephone: ${phone}.`,
  sentAt: (instant, timeZone) => `Sent on ${moment(instant, timeZone)}`,
  asOf: (when) => `As the portal said on ${when}`,
  corrects: (number) => `This is a mended application. The refused one is No. ${number}.`,
  correctedBy: (number) => `You have mended this application and sent it again: No. ${number}.`,
  print: 'Print',
  refresh: 'Refresh',
  refreshed: (at, timeZone) => `Refreshed at ${clock(at, timeZone)}`,
  another: 'Another number',
  mistake: (field, code) => MISTAKES[field]?.[code] ?? 'Check the number and the code.',
};

const MISTAKES: Partial<Record<string, Partial<Record<string, string>>>> = {
  number: {
    required: 'Enter the application number.',
    number: 'The number has 12 digits.',
  },
  code: {
    required: 'Enter the code.',
    code: 'The code has ten characters or eight digits. Check each of them.',
  },
};
