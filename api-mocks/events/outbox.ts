import * as v from 'valibot';

import type { EventKind } from '../../widgets/contract/events/schemas.ts';
import { addDays, regionDay } from '../../widgets/deadlines/calendar.ts';
import { CITIZENS } from '../sign-in/citizens.ts';
import { insert } from '../store/database.ts';
import type { Desk } from '../workflow/desk.ts';
import { instantAt, wallTime } from '../store/region-time.ts';
import { preferencesOf } from './notifications.ts';
import type { Sandbox } from '../sandbox.ts';
import { seal, unseal } from '../store/sealed.ts';

const LetterSchema = v.object({
  channel: v.picklist(['email', 'sms']),
  /** The address, or the telephone. */
  to: v.string(),
  /** What an e-mail is about. */
  subject: v.optional(v.string()),
  text: v.string(),
});
/** What a portal would have sent: the sandbox keeps it. */
export type Letter = v.InferOutput<typeof LetterSchema>;

const SentSchema = v.object({ ...LetterSchema.entries, id: v.number(), at: v.string(), sendAt: v.string() });
/** A letter in the outbox: when it was written, and when it would go. */
export type SentLetter = v.InferOutput<typeof SentSchema>;

/** The outbox, newest first. */
export const outboxOf = ({ db, key }: Sandbox): SentLetter[] =>
  db
    .prepare('SELECT * FROM outbox ORDER BY id DESC')
    .all()
    .map(({ sealed, ...row }) =>
      v.parse(SentSchema, { ...row, ...(unseal(key, sealed as Uint8Array) as object) }),
    );

/** Puts a letter into the outbox; an SMS that is not to wake anybody waits for the morning. */
export function post(
  { db, key, now }: Desk,
  citizen: string | null,
  { channel, ...words }: Letter,
  quietAtNight = false,
): void {
  const instant = now();
  insert(db, 'outbox', {
    citizen,
    channel,
    sealed: seal(key, words),
    at: instant.toISOString(),
    sendAt: (quietAtNight && channel === 'sms' ? waking(instant) : instant).toISOString(),
  });
}

/** What is said of an event: who it is for has asked for it. What passes in seconds, while the page is open, needs no letter. */
const SAID: Record<EventKind, ((subject: string) => string) | undefined> = {
  applicationChanged: (number) => `По заявлению ${number} есть новости`,
  messageReceived: (number) => `По заявлению ${number} вам написали`,
  invoiceIssued: (number) => `По заявлению ${number} пришёл счёт`,
  invoicePaid: (number) => `Счёт по заявлению ${number} оплачен`,
  appointmentChanged: () => 'Запись на приём изменилась',
  complaintChanged: (number) => `По жалобе ${number} есть новости`,
  instantReady: () => 'Ответ на ваш запрос готов',
  uploadScanned: undefined,
};

/**
 * Tells a citizen of an event in the ways that he has chosen. Nothing in it but the first name is anybody's secret, and no
 * links: who is used to them follows false ones too.
 */
export function notify(desk: Desk, citizen: string, kind: EventKind, subject: string): void {
  const said = SAID[kind]?.(subject);
  const profile = CITIZENS.find(({ id }) => id === citizen)?.profile;
  if (said === undefined || !profile) return;
  const { email, sms, quietAtNight } = preferencesOf(desk.db, citizen, profile);
  if (email && profile.email !== undefined)
    post(desk, citizen, {
      channel: 'email',
      to: profile.email,
      subject: said,
      text: `Здравствуйте, ${profile.firstName}!\n\n${said}. Откройте личный кабинет на портале: там всё подробно.\n\nПисьмо отправил портал услуг. Отвечать на него не нужно.`,
    });
  if (sms && profile.phone !== undefined)
    post(
      desk,
      citizen,
      { channel: 'sms', to: profile.phone, text: `${said}. Подробности в личном кабинете портала.` },
      quietAtNight,
    );
}

/** The instant itself, or nine in the morning after it. */
function waking(instant: Date): Date {
  const hour = Number(wallTime(instant).slice(11, 13));
  if (hour >= 9 && hour < 21) return instant;
  const today = regionDay(instant);
  return instantAt(hour < 9 ? today : addDays(today, 1), 9 * 60);
}
