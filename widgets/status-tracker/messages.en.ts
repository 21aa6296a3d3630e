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

/** English texts. */
export const en: Messages = {
  title: 'Where is my application?',
  lead: 'Enter the number and the code that you were shown when it was accepted.',
  number: 'Application number',
  numberHint: (example) => `For example, ${example}`,
  code: 'Code',
  codeHint: 'Eight digits, for example 1234-5678',
  find: 'Find out',
  reading: 'Looking…',
  summary: 'Check the number and the code',
  wrongPair:
    'There is no application with this number and code. Compare both with the confirmation that you were shown when it was accepted.',
  failures: {
    offline: (phone) =>
      `The portal does not answer. Check your connection and try again, or ask by telephone: ${phone}.`,
    tooMany: (phone) =>
      `Too many tries in a row. Wait a minute and try again. If you have lost the code, call ${phone}.`,
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
  by: (day) => `no later than ${weekday.format(utc(day))}`,
  waits: 'the period stands still until you answer the question',
  wasDue: (day) => `it was due on ${weekday.format(utc(day))}`,
  considers: (agency) => `considered by ${agency}`,
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
      doneHint: 'Answer it in your account on the portal.',
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
  resumed: 'You have answered the question',
  done: 'done',
  now: 'now',
  ahead: 'ahead',
  until: (day) => `by ${dayAndMonth.format(utc(day))}`,
  moment: (instant, timeZone) =>
    new Date(instant).toLocaleString('en-GB', { day: 'numeric', month: 'long', ...CLOCK, timeZone }),
  ifOverdue: (day) =>
    `If there is no answer by ${dayAndMonth.format(utc(day))}, a button “Complain” will appear here.`,
  overdue:
    'You should have had an answer by now. You have a right to complain; the number is filled in for you.',
  refused: 'Do you disagree? You can complain about the refusal; the number is filled in for you.',
  complain: 'Complain',
  rateHint: 'How did it go? Seven short questions; you can skip any of them.',
  rate: 'Rate the service',
  refresh: 'Refresh',
  refreshed: (at, timeZone) =>
    `Refreshed at ${new Date(at).toLocaleTimeString('en-GB', { ...CLOCK, timeZone })}`,
  another: 'Another application',
  mistake: (field, code, example) => mistakes(example)[field]?.[code] ?? 'Check the number and the code',
};

const mistakes = (example: string): Partial<Record<string, Partial<Record<string, string>>>> => ({
  number: {
    required: `Enter the application number, for example ${example}`,
    number: `The number has 12 digits, for example ${example}`,
  },
  code: {
    required: 'Enter the code: eight digits, for example 1234-5678',
    code: 'The code has eight digits, for example 1234-5678',
  },
});
