import type { Messages } from './messages.ts';

/** English texts. */
export const en: Messages = {
  title: 'Sign-in',
  signedOut: 'You are not signed in',
  lead: 'Sign in to see all your applications, and to have forms filled in for you.',
  signIn: 'Sign in with Gosuslugi',
  signingIn: 'Waiting for you to sign in…',
  signedIn: 'You are signed in',
  name: ({ firstName, middleName, lastName }) => [firstName, middleName, lastName].filter(Boolean).join(' '),
  asWhom: ({ organization }) =>
    organization
      ? `You act for: ${[organization.name, organization.position].filter(Boolean).join(', ')}`
      : 'You act in your own name',
  signOut: 'Sign out',
  notices: {
    signInUnfinished:
      'The sign-in window was closed before you signed in. Press the button again: this page itself will go there and come back.',
    signInBlocked:
      'The browser opens no sign-in window. Allow pop-ups for this site and press the button again.',
    signInInsecure:
      'You cannot sign in here: the page is not protected. Its address has to begin with https.',
    failed: 'You could not be signed in: the portal does not answer. Try again a little later.',
    expired: 'Your session has ended. Sign in again: what you have typed is still there.',
    unconfirmed:
      'You are signed out on this page, but the portal did not answer. On a computer of others, close all windows of the browser.',
    signedOut: 'You have signed out.',
    erased: 'You have signed out. Nothing is left on this device.',
  },
  leftovers: (count) => `Drafts and applications that are still on this device: ${count}.`,
  erase: 'Erase them from this device',
  confirmErasing: 'Yes, erase: this cannot be undone',
  keep: 'Keep them',
};
