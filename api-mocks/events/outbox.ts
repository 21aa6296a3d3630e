import * as v from 'valibot';

import { addDays } from '../../widgets/deadlines/calendar.ts';
import type { ClockContext } from '../store/clock.ts';
import { insertRow, type DatabaseContext } from '../store/database.ts';
import type { RegionDataContext } from '../store/portal-data.ts';
import { RegionClock } from '../store/region-clock.ts';
import { seal, unseal, type KeyContext } from '../store/sealing.ts';

const NotificationSchema = v.object({
  channel: v.picklist(['email', 'sms']),
  /** E-mail address or telephone number. */
  to: v.string(),
  /** Subject of an e-mail. */
  subject: v.optional(v.string()),
  text: v.string(),
});
/** An e-mail or SMS. A portal would send it; the sandbox stores it in the outbox. */
export type OutboxNotification = v.InferOutput<typeof NotificationSchema>;

/** Parses a row of the outbox, decrypted. */
const SentSchema = v.object({
  ...NotificationSchema.entries,
  id: v.number(),
  at: v.string(),
  sendAt: v.string(),
});
/** A notification in the outbox: `at` is when it was written, `sendAt` when it would be sent. Both are ISO 8601. */
export type SentNotification = v.InferOutput<typeof SentSchema>;

/** What writing into the outbox needs. */
export type OutboxContext = DatabaseContext & KeyContext & ClockContext & RegionDataContext;

/** The notifications in the outbox, newest first. */
export const readOutbox = ({ db, key }: DatabaseContext & KeyContext): SentNotification[] =>
  db
    .prepare('SELECT * FROM outbox ORDER BY id DESC')
    .all()
    .map(({ sealed, ...row }) =>
      v.parse(SentSchema, { ...row, ...(unseal(key, sealed as Uint8Array) as object) }),
    );

interface Recipient {
  /** Id of the citizen; `null` for somebody who gave an address without signing in. */
  citizen: string | null;
  /** SMS of the night wait until the morning. */
  quietAtNight: boolean;
}

/** Adds a notification to the outbox. */
export function addToOutbox(
  { db, key, now, data }: OutboxContext,
  { citizen, quietAtNight }: Recipient,
  { channel, ...personalData }: OutboxNotification,
): void {
  const instant = now();
  const waitsForMorning = quietAtNight && channel === 'sms';
  insertRow(db, 'outbox', {
    citizen,
    channel,
    sealed: seal(key, personalData),
    at: instant.toISOString(),
    sendAt: (waitsForMorning ? smsSendTime(instant, data.region.timeZone) : instant).toISOString(),
  });
}

/**
 * When an SMS written at `instant` is sent: at once from 9:00 to 21:00 local time, else at 9:00. At 23:30 on 21 November that is
 * 9:00 on 22 November.
 */
function smsSendTime(instant: Date, timeZone: string): Date {
  const clock = new RegionClock(timeZone);
  const [today = '', time = ''] = clock.wallTime(instant).split('T');
  const hour = Number(time.slice(0, 2));
  if (hour >= 9 && hour < 21) return instant;
  return clock.instantAt(hour < 9 ? today : addDays(today, 1), 9 * 60);
}
