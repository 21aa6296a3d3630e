import type { DatabaseSync } from 'node:sqlite';

import * as v from 'valibot';

import type {
  NotificationPreferences,
  NotificationPreferencesInput,
} from '../../widgets/contract/events/schemas.ts';
import type { FieldError } from '../../widgets/contract/problems/schemas.ts';
import type { Profile } from '../../widgets/contract/profile/schemas.ts';
import type { Handlers } from '../http/handlers.ts';
import type { Citizen } from '../http/identity.ts';
import { HttpProblem } from '../http/problem.ts';
import { DEMO_CITIZENS } from '../sign-in/citizens.ts';
import type { DatabaseContext } from '../store/database.ts';

/** A column with 0 or 1. */
const flagColumn = v.pipe(
  v.number(),
  v.transform((value) => value === 1),
);
const RowSchema = v.object({ email: flagColumn, sms: flagColumn, quietAtNight: flagColumn });

/** How a citizen wants to be notified. Until he has chosen: by e-mail, if the profile has an address. */
export function preferencesOf(
  db: DatabaseSync,
  citizen: string,
  { email }: Profile,
): NotificationPreferencesInput {
  const row = db.prepare('SELECT * FROM notificationPreferences WHERE citizen = ?').get(citizen);
  return row ? v.parse(RowSchema, row) : { email: email !== undefined, sms: false, quietAtNight: true };
}

/** Turns off one way of notifying a citizen. */
export function turnOffNotifications(
  { db }: DatabaseContext,
  citizen: string,
  channel: 'email' | 'sms',
): void {
  const profile = DEMO_CITIZENS.find(({ id }) => id === citizen)?.profile;
  if (profile) savePreferences(db, citizen, { ...preferencesOf(db, citizen, profile), [channel]: false });
}

const savePreferences = (
  db: DatabaseSync,
  citizen: string,
  { email, sms, quietAtNight }: NotificationPreferencesInput,
) => {
  db.prepare('INSERT OR REPLACE INTO notificationPreferences VALUES (?, ?, ?, ?)').run(
    citizen,
    ...[email, sms, quietAtNight].map(Number),
  );
};

/** Handlers of the preferences for notifications. */
export const notificationHandlers: Pick<
  Handlers<DatabaseContext>,
  'getNotificationPreferences' | 'replaceNotificationPreferences'
> = {
  getNotificationPreferences: ({ citizen }, { db }) => ({
    status: 200,
    body: preferencesWithAddresses(db, citizen),
  }),
  replaceNotificationPreferences({ citizen, body }, { db }) {
    const { email, phone } = citizen.profile;
    const errors: FieldError[] = [
      ...(body.email && email === undefined ? [{ pointer: '/email', code: 'contact' }] : []),
      ...(body.sms && phone === undefined ? [{ pointer: '/sms', code: 'contact' }] : []),
    ];
    if (errors.length) throw new HttpProblem('invalid', { errors });
    savePreferences(db, citizen.id, body);
    return { status: 200, body: preferencesWithAddresses(db, citizen) };
  },
};

/** The preferences of a citizen, with the e-mail and telephone from the profile to which notifications go. */
function preferencesWithAddresses(db: DatabaseSync, { id, profile }: Citizen): NotificationPreferences {
  const { email, phone } = profile;
  return {
    cabinet: true,
    ...preferencesOf(db, id, profile),
    addresses: { ...(email !== undefined && { email }), ...(phone !== undefined && { phone }) },
  };
}
