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
  queuedHint: (isKept) =>
    isKept
      ? 'The application is on this device, the portal does not have it yet. You can close the page: we send it when you open it again.'
      : 'The portal does not have the application yet. Do not close the page: it is not kept here.',
  sendNow: 'Send it now',
  change: 'Change the answers',
  checking: 'The application may have arrived: we are checking',
  checkingHint: (phone, isKept) =>
    `The portal did not answer. We ask it again until it does; there will be no second application. ${isKept ? 'You can close the page: we ask when you open it again.' : 'Do not close the page: the application is not kept here.'} You can also call ${phone}.`,
  checkNow: 'Check now',
};
