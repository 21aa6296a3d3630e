import * as v from 'valibot';

import type { Slot } from '../../widgets/contract/appointments/schemas.ts';
import { isFinalState } from '../../widgets/contract/applications/moves.ts';
import { addDays, daysLeft, dueDate, regionDay } from '../../widgets/deadlines/calendar.ts';
import type { Case } from '../cases/cases.ts';
import { sendLetter } from '../cases/letters.ts';
import { addEvent, type EventContext } from '../events/events.ts';
import type { DatabaseContext } from '../store/database.ts';
import { RegionClock } from '../store/region-clock.ts';
import { seal, unseal, type KeyContext } from '../store/sealing.ts';
import { freeSlotStarts } from './appointment-rows.ts';
import { slotAt } from './slots.ts';

/** What offering visits needs. */
export type VisitOfferContext = EventContext;

const WORKING_DAYS_OFFERED = 5;

/** Why the applicant is invited, in the official's words, and what she has to bring. */
const InvitationSchema = v.object({ purpose: v.string(), bring: v.optional(v.array(v.string()), []) });
/** What an official writes when he invites an applicant. */
export type Invitation = v.InferOutput<typeof InvitationSchema>;

const RowSchema = v.object({
  sealed: v.instance(Uint8Array),
  firstDay: v.string(),
  lastDay: v.string(),
  chooseBy: v.string(),
});

/** An offer from which the applicant can choose. */
export interface VisitOffer extends Invitation {
  firstDay: string;
  lastDay: string;
  /** The last day to choose. */
  chooseBy: string;
  /** Whether a time, ISO 8601, lies in its days. */
  includes: (startsAt: string) => boolean;
}

/**
 * Offers the applicant to come to the agency of her case: at any free time of the five working days from the day after tomorrow on.
 * She gets a letter and a notice. A new offer replaces the one before. Runs within a transaction.
 */
export function offerVisit(context: VisitOfferContext, kase: Case, invitation: Invitation): void {
  const { number, citizen } = kase;
  const { db, key, now, data } = context;
  const { calendar, region } = data;
  const today = regionDay(now(), region.timeZone);
  const firstDay = dueDate({ value: 2, unit: 'workingDay' }, today, calendar);
  const lastDay = dueDate({ value: WORKING_DAYS_OFFERED - 1, unit: 'workingDay' }, firstDay, calendar);
  db.prepare('INSERT OR REPLACE INTO visitOffers VALUES (?, ?, ?, ?, ?, ?)').run(
    number,
    seal(key, invitation),
    firstDay,
    lastDay,
    lastDay,
    now().toISOString(),
  );
  const text = [
    invitation.purpose,
    bringInWords(invitation.bring),
    'Выберите, когда придёте: время можно увидеть в деле.',
  ]
    .filter((line) => line !== undefined)
    .join('\n\n');
  sendLetter(context, kase, { role: 'specialist', text, hasNotice: true });
  addEvent(context, { citizen, kind: 'applicationChanged', subject: number, notice: 'visit', by: lastDay });
}

/** The offer of a case; `undefined` if there is none, its days are over, its visit has taken place, or the case has ended. */
export function openOfferOf({ db, key, now, data }: VisitOfferContext, kase: Case): VisitOffer | undefined {
  // An offer whose visit has taken place is used up.
  const row = db
    .prepare(
      `SELECT * FROM visitOffers WHERE application = ?1 AND NOT EXISTS
       (SELECT 1 FROM appointments WHERE application = ?1 AND cancelled = 0
        AND startsAt BETWEEN 1000 * strftime('%s', offeredAt) AND ?2)`,
    )
    .get(kase.number, now().getTime());
  if (!row || isFinalState(kase.state)) return undefined;
  const { sealed, ...days } = v.parse(RowSchema, row);
  const { timeZone } = data.region;
  if (regionDay(now(), timeZone) > days.lastDay) return undefined;
  return {
    ...days,
    ...invitationIn(key, sealed),
    includes: (startsAt) => {
      const day = regionDay(new Date(startsAt), timeZone);
      return day >= days.firstDay && day <= days.lastDay;
    },
  };
}

/** Decrypts an invitation. Older portals have stored the purpose alone. */
function invitationIn(key: Uint8Array, sealed: Uint8Array): Invitation {
  const invitation = unseal(key, sealed);
  return typeof invitation === 'string'
    ? { purpose: invitation, bring: [] }
    : v.parse(InvitationSchema, invitation);
}

/**
 * What to bring, in one sentence; `undefined` if nothing is listed.
 *
 * @example bringInWords(['Паспорт', 'Свидетельство о рождении']) // 'Возьмите с собой: Паспорт; Свидетельство о рождении.'
 */
export const bringInWords = (bring: readonly string[]): string | undefined =>
  bring.length ? `Возьмите с собой: ${bring.join('; ')}.` : undefined;

/** What the applicant of a case has to bring, if the agency has invited her, also when the offer is over. */
export function thingsToBring({ db, key }: DatabaseContext & KeyContext, number: string): string[] {
  const row = db.prepare('SELECT sealed FROM visitOffers WHERE application = ?').get(number);
  return row ? invitationIn(key, row['sealed'] as Uint8Array).bring : [];
}

/** The times of an offer that are free now. */
export function offeredSlots(context: VisitOfferContext, kase: Case, offer: VisitOffer): Slot[] {
  const { firstDay, lastDay } = offer;
  const clock = new RegionClock(context.data.region.timeZone);
  const days = daysLeft(lastDay, addDays(firstDay, -1), { unit: 'calendarDay', calendar: {} });
  return freeSlotStarts(context, kase.agency.slug, { from: firstDay, days }).map((startsAt) =>
    slotAt(startsAt, clock),
  );
}
