import type { SendingMessages } from './sending-messages.ts';

/** English texts. */
export const sendingEn: SendingMessages = {
  checked: 'Answers checked',
  files: (done, all) => `Files: ${done} of ${all} on the portal`,
  asked: 'Application: waiting for its number from the portal',
  leave: 'Back to the answers',
  noConnection: (isKept) =>
    isKept
      ? 'There is no connection. The application has not been sent; all that you wrote is kept on this device.'
      : 'There is no connection. The application has not been sent. Do not close the page: no draft is kept here.',
  queue: 'Send it when there is a connection',
  queued: 'We send it when there is a connection',
  queuedHint:
    'The application is on this device, the portal does not have it yet. You can close the page: we send it when you open it again.',
  sendNow: 'Send it now',
  change: 'Change the answers',
  checking: 'The application may have arrived: we are checking',
  checkingHint: (phone) =>
    `The portal did not answer. We ask it again until it does; there will be no second application. You can close the page: we ask when you open it again. You can also call ${phone}.`,
  checkNow: 'Check now',
};
