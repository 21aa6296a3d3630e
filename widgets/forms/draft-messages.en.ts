import type { DraftMessages } from './draft-messages.ts';
import { handOverEn } from './hand-over-messages.en.ts';

const day = (time: number, timeZone: string) =>
  new Date(time).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone });

/** English texts. */
export const draftEn: DraftMessages = {
  notSaved: 'The draft is not kept here. Do not close the page until you have sent it.',
  keptUntil: (time, timeZone) => `This device keeps the draft until ${day(time, timeZone)}.`,
  discard: 'Delete the draft',
  discarded: 'The draft is deleted.',
  undo: 'Undo',
  shared: 'This is not my computer',
  sharedNow: 'Nothing will stay on this computer. Do not close the page until you have sent it.',
  keepAgain: 'It is my computer, keep the draft',
  elsewhere: 'The same is open in another tab. Answers appear in both.',
  conflict: (question, answer) => `${question || 'An answer'}: in another tab it is “${answer}”.`,
  takeOther: 'Take that answer',
  keepMine: 'Keep this one',
  lost: (names) =>
    names.length
      ? `Could not be read from the draft: ${names.join(', ')}. Please add it again.`
      : 'A part of the draft could not be read. Please check the answers.',
  emptied:
    'The browser took the data of this site for damaged and deleted them. If you had a draft here, please fill it in again.',
  leftovers: 'The questions have changed. These answers are no longer asked for; copy them if you need them:',
  others: (count) => `Other drafts: ${count}`,
  savedOn: (time, timeZone) => `of ${day(time, timeZone)}`,
  untitled: 'Draft',
  resume: 'Continue',
  remove: 'Delete',
  startNew: 'Start another one',
  signedOut: (owner) =>
    `You are signed out, the answers are here. Sign in again to send it in your name: ${owner}.`,
  askSignedOut: (owner) =>
    `You began as ${owner}, and are signed out now. Sign in again, or send it without: then number and code tell where it stands.`,
  signInAgain: 'Sign in again',
  sendAnyway: 'Send without signing in',
  receiptKept: 'Number and code are kept on this device until you remove them.',
  removeReceipt: 'Do not keep them',
  handOver: handOverEn,
  receiptRemoved:
    'The number and the code are removed from this device. Write them down before you close the page.',
};
