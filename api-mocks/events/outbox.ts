import * as v from 'valibot';

import type { EventKind } from '../../widgets/contract/events/schemas.ts';
import { addDays } from '../../widgets/deadlines/calendar.ts';
import { DEMO_CITIZENS } from '../sign-in/citizens.ts';
import type { ClockContext } from '../store/clock.ts';
import { insertRow, type DatabaseContext } from '../store/database.ts';
import type { RegionDataContext } from '../store/portal-data.ts';
import { RegionClock } from '../store/region-clock.ts';
import { seal, unseal, type KeyContext } from '../store/sealing.ts';
import { preferencesOf } from './notifications.ts';

const NoticeSchema = v.object({
  channel: v.picklist(['email', 'sms']),
  /** The address, or the telephone. */
  to: v.string(),
  /** What an e-mail is about. */
  subject: v.optional(v.string()),
  text: v.string(),
});
/** An e-mail or SMS that a portal would have sent: the sandbox keeps it. */
export type OutboxNotification = v.InferOutput<typeof NoticeSchema>;

const SentSchema = v.object({ ...NoticeSchema.entries, id: v.number(), at: v.string(), sendAt: v.string() });
/** A notice in the outbox: when it was written, and when it would go. */
export type SentNotification = v.InferOutput<typeof SentSchema>;

export type OutboxContext = DatabaseContext & KeyContext & ClockContext & RegionDataContext;

/** The outbox, newest first. */
export const readOutbox = ({ db, key }: DatabaseContext & KeyContext): SentNotification[] =>
  db
    .prepare('SELECT * FROM outbox ORDER BY id DESC')
    .all()
    .map(({ sealed, ...row }) =>
      v.parse(SentSchema, { ...row, ...(unseal(key, sealed as Uint8Array) as object) }),
    );

interface Recipient {
  /** Nobody where somebody who has not signed in left an address. */
  citizen: string | null;
  /** An SMS waits for the morning. */
  quietAtNight: boolean;
}

/** Puts a notice into the outbox. */
export function addToOutbox(
  { db, key, now, data }: OutboxContext,
  { citizen, quietAtNight }: Recipient,
  { channel, ...words }: OutboxNotification,
): void {
  const instant = now();
  const waits = quietAtNight && channel === 'sms';
  insertRow(db, 'outbox', {
    citizen,
    channel,
    sealed: seal(key, words),
    at: instant.toISOString(),
    sendAt: (waits ? nextQuietEnd(instant, data.region.timeZone) : instant).toISOString(),
  });
}

/** What is said of an event: who it is for has asked for it. What passes in seconds, while the page is open, needs no notice. */
const EMAIL_SUBJECTS: Record<EventKind, ((subject: string) => string) | undefined> = {
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
 * Tells a citizen of an event in the ways that she has chosen. Nothing in it but the first name is anybody's secret, and no
 * links: who is used to them follows false ones too.
 */
export function sendNotifications(
  context: OutboxContext,
  event: { citizen: string; kind: EventKind; subject: string },
): void {
  const { citizen } = event;
  const subject = EMAIL_SUBJECTS[event.kind]?.(event.subject);
  const profile = DEMO_CITIZENS.find(({ id }) => id === citizen)?.profile;
  if (subject === undefined || !profile) return;
  const { email, sms, quietAtNight } = preferencesOf(context.db, citizen, profile);
  const receiver = { citizen, quietAtNight };
  if (email && profile.email !== undefined) {
    const text = `Здравствуйте, ${profile.firstName}!\n\n${subject}. Откройте личный кабинет на портале: там всё подробно.\n\nПисьмо отправил портал услуг. Отвечать на него не нужно.`;
    addToOutbox(context, receiver, { channel: 'email', to: profile.email, subject, text });
  }
  if (sms && profile.phone !== undefined) {
    const text = `${subject}. Подробности в личном кабинете портала.`;
    addToOutbox(context, receiver, { channel: 'sms', to: profile.phone, text });
  }
}

/** The instant itself where people are awake, or nine in the morning after it. */
function nextQuietEnd(instant: Date, timeZone: string): Date {
  const clock = new RegionClock(timeZone);
  const [today = '', time = ''] = clock.wallTime(instant).split('T');
  const hour = Number(time.slice(0, 2));
  if (hour >= 9 && hour < 21) return instant;
  return clock.instantAt(hour < 9 ? today : addDays(today, 1), 9 * 60);
}
