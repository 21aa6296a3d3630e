import type { EventContext } from '../events/events.ts';
import { statusUrl } from '../events/notices.ts';
import { addToOutbox } from '../events/outbox.ts';

/** Who has complained, and where she can be reached. */
export interface Complainant {
  /** Number of the complaint. */
  number: string;
  email?: string | undefined;
  phone?: string | undefined;
}

/**
 * Writes to somebody who has complained without signing in: by e-mail, or, without an address, by SMS. Both lead to the page that shows
 * the complaint. `letter` is the text of the e-mail, `sms` that of the SMS.
 */
export function tellComplainant(
  context: EventContext,
  { number, email, phone }: Complainant,
  { subject, letter, sms }: { subject: string; letter: string; sms: string },
): void {
  const recipient = { citizen: null, quietAtNight: true };
  const page = statusUrl(context, number);
  if (email !== undefined) {
    const text = `Здравствуйте!\n\n${letter}\n\nГде жалоба, видно по номеру и коду: ${page}`;
    addToOutbox(context, recipient, { channel: 'email', to: email, subject, text });
  } else if (phone !== undefined) {
    addToOutbox(context, recipient, { channel: 'sms', to: phone, text: `${sms} ${page}` });
  }
}
