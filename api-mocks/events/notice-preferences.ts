import * as v from 'valibot';

import {
  NOTICE_KINDS,
  NoticePreferencesInputSchema,
  type NoticePreferencesInput,
} from '../../widgets/contract/notices/schemas.ts';
import { DEMO_CITIZENS } from '../sign-in/citizens.ts';
import type { DatabaseContext } from '../store/database.ts';
import { preferencesOf } from './notifications.ts';

const kindsColumn = <S extends v.GenericSchema>(schema: S) => v.pipe(v.string(), v.parseJson(), schema);
const RowSchema = v.object({
  email: kindsColumn(NoticePreferencesInputSchema.entries.email),
  sms: kindsColumn(NoticePreferencesInputSchema.entries.sms),
  quietAtNight: v.pipe(
    v.number(),
    v.transform((value) => value === 1),
  ),
});

/** Whom notices are for: the number of the case (or the id of another thing), and the citizen, if she has signed in. */
export interface NoticeSubject {
  number: string;
  citizen: string | null;
}

/**
 * How the applicant of a case is notified. Until she has chosen for this case: a citizen as her account says; who has not signed in,
 * of everything by e-mail, and of all but the news by SMS.
 */
export function noticePreferencesOf(
  { db }: DatabaseContext,
  { number, citizen }: NoticeSubject,
): NoticePreferencesInput {
  const row = db.prepare('SELECT * FROM caseNotices WHERE application = ?').get(number);
  if (row) return v.parse(RowSchema, row);
  const profile = DEMO_CITIZENS.find(({ id }) => id === citizen)?.profile;
  const allKinds = [...NOTICE_KINDS];
  if (citizen === null || !profile)
    return { email: allKinds, sms: allKinds.filter((kind) => kind !== 'news'), quietAtNight: true };
  const { email, sms, quietAtNight } = preferencesOf(db, citizen, profile);
  return { email: email ? allKinds : [], sms: sms ? allKinds : [], quietAtNight };
}

/** Keeps how the applicant of a case wants to be notified. */
export function saveNoticePreferences(
  { db }: DatabaseContext,
  number: string,
  { email, sms, quietAtNight }: NoticePreferencesInput,
): void {
  db.prepare('INSERT OR REPLACE INTO caseNotices VALUES (?, ?, ?, ?)').run(
    number,
    JSON.stringify([...new Set(email)]),
    JSON.stringify([...new Set(sms)]),
    Number(quietAtNight),
  );
}
