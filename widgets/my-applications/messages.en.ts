// Longer than other modules: words only, which belong together.
import type { Messages } from './messages.ts';

const dayMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const day = (iso: string) => dayMonth.format(new Date(`${iso}T00:00:00Z`));
const at = (time: number, timeZone: string, hasClock = false) =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    ...(hasClock && { hour: '2-digit', minute: '2-digit' }),
    timeZone,
  }).format(time);
/** The last day to do something. */
const until = (by: string | undefined) => (by === undefined ? '' : ` Do it by ${day(by)}.`);
const clock = (time: number, timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(time);

/** English texts. */
export const en: Messages = {
  title: 'Applications and drafts',
  reading: 'Making the list…',
  retry: 'Try again',
  lead: {
    signedIn: 'All that you have sent to the portal, and what you have begun on this device.',
    signedOut: 'This is what you have sent or begun on this device.',
    shared: 'You have said that others use this computer: nothing is kept on it.',
  },
  signIn: 'Sign in to see all applications',
  sessionOver:
    'You have signed out, or your session has ended. Applications of the portal are hidden; those of this device are still here.',
  signInFailed:
    'You could not be signed in. Allow pop-ups for this site, and check that its address begins with https.',
  failures: {
    offline: (phone) =>
      `The portal cannot be reached. Check your connection. You can also ask by telephone: ${phone}.`,
    tooMany: (phone) => `Too many requests in a row. Wait a minute and refresh the list, or call ${phone}.`,
    fault: (phone) =>
      `There is an error at the portal. Your applications are safe. Refresh the list in a few minutes, or call ${phone}.`,
  },
  empty: 'Nothing here yet',
  emptyHint: 'When you send an application or begin to fill one in, it appears here.',
  byNumber: 'Find an application by number and code',
  filters: 'What to show',
  groups: {
    all: 'All',
    waiting: 'Waiting for you',
    drafts: 'Drafts',
    going: 'In progress',
    done: 'Finished',
  },
  search: 'Find by number, name or service',
  nothingFound: 'There is no such application in the list.',
  showAll: 'Show all',
  badges: {
    waiting: 'Waiting for you',
    draft: 'Draft',
    going: 'In progress',
    late: 'Late',
    ready: 'Ready',
    refused: 'Refused',
    withdrawn: 'Withdrawn',
    over: 'Finished',
  },
  needs: {
    answer: {
      what: ({ by }) => `You have been asked a question.${until(by)}`,
      button: 'Answer',
    },
    pay: { what: ({ by }) => `There is an invoice.${until(by)}`, button: 'Pay' },
    'choose-time': {
      what: ({ by }) => `You have been offered times to come.${until(by)}`,
      button: 'Choose a time',
    },
    come: {
      what: ({ at: time }, timeZone) =>
        time
          ? `You are expected on ${at(Date.parse(time), timeZone, true)}.`
          : 'You are expected in the office.',
      button: 'What to bring and where to come',
    },
    mend: {
      what: () => 'It was refused. You can correct the reason and apply again.',
      button: 'See and correct',
    },
    other: { what: ({ by }) => `There is one more thing for you to do.${until(by)}`, button: 'See' },
  },
  states: {
    registered: 'The application was accepted.',
    checked: 'The documents are in order.',
    requested: 'Other agencies have been asked for information.',
    asked: 'You have been asked a question.',
    decided: 'It is decided; the result is being prepared.',
    ready: 'The result is ready.',
    refused: 'It was refused; you have applied again.',
    withdrawn: 'You have withdrawn this application.',
  },
  moved: 'The case has moved on.',
  unasked: 'It was sent. What has become of it is told when there is a connection.',
  unknown: 'The portal does not find it: it was kept long enough, or the code has changed.',
  draftHint: 'Not sent. The answers are saved on this device.',
  portalDraftHint: 'Not sent. The answers are saved on the portal.',
  answerBy: (iso) => `The answer comes by ${day(iso)}.`,
  answerWasDue: (iso) => `The answer was due by ${day(iso)}.`,
  canComplain: 'You can complain.',
  untitled: 'Application',
  complaint: 'Complaint',
  numbered: (number) => `No. ${number}`,
  sentOn: (time, timeZone) => `sent on ${at(time, timeZone)}`,
  changedOn: (time, timeZone) => `changed on ${at(time, timeZone, true)}`,
  asOf: (time, timeZone) => `So it was on ${at(time, timeZone, true)}.`,
  refreshed: (time, timeZone) => `Refreshed at ${clock(time, timeZone)}`,
  onDevice: 'This is saved on this device',
  refresh: 'Refresh',
  resume: 'Continue',
  more: 'More',
  rename: 'Give it a name',
  repeat: 'Apply for the same again',
  withdraw: 'Withdraw',
  remove: 'Remove from this device',
  name: 'Name',
  nameHint: 'For example: kindergarten, Masha. Only you see it, on this device',
  save: 'Save',
  cancel: 'Cancel',
  askWithdrawal: 'Withdraw the application? It cannot be brought back, but you can apply again.',
  confirmWithdrawal: 'Yes, withdraw',
  keep: 'Keep it',
  cannotWithdraw: 'It could not be withdrawn: it is decided already.',
  removed: (title) => `Removed from this device: ${title}.`,
  undo: 'Undo',
};
