import type { HandOverMessages } from './hand-over-messages.ts';

/** English texts. */
export const handOverEn: HandOverMessages = {
  start: 'Continue on another device',
  haveCode: 'I have a code from another device',
  making: 'Encrypting the draft…',
  title: 'Open it on the other device',
  how: 'Point its camera at the QR code. Or open this form there, press “I have a code from another device” and type:',
  until: (time, timeZone) =>
    `The code is good until ${new Date(time).toLocaleTimeString('en-GB', { timeStyle: 'short', timeZone })}, once. Without it nobody can read the draft, nor can the portal.`,
  qr: 'QR code of the draft',
  code: 'Code from the other device, such as 7KHP-40XT-9MAC',
  take: 'Take the draft',
  wrong:
    'There is no draft for this code: it has a mistake, was used already, or 15 minutes are over. Check the code or make a new one.',
  failed: 'That did not work. Check your connection and try again.',
  taken: 'The draft of the other device is here. You can go on.',
  close: 'Close',
};
