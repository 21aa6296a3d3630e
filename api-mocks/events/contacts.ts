import * as v from 'valibot';

import type { Channel } from '../../widgets/contract/step-ups/schemas.ts';
import type { Answers } from '../../widgets/contract/answers/schemas.ts';
import type { FormDefinition } from '../../widgets/contract/forms/schemas.ts';
import { DEMO_CITIZENS } from '../sign-in/citizens.ts';
import { insertRow, type DatabaseContext } from '../store/database.ts';
import { seal, unseal, type KeyContext } from '../store/sealing.ts';

/** Where the applicant of a case can be reached: by channel, an e-mail address and a telephone. */
export type Contacts = Partial<Record<Channel, string>>;

/** The first e-mail address and the first telephone in the answers to a form. */
export function contactsIn({ steps }: FormDefinition, answers: Answers): Contacts {
  const fields = steps.flatMap((step) => step.fields);
  const firstAnswer = (type: 'email' | 'phone') =>
    fields
      .filter((field) => field.type === type)
      .map(({ name }) => answers[name])
      .find((answer) => typeof answer === 'string');
  return contactsFrom(firstAnswer('email'), firstAnswer('phone'));
}

/** Keeps the contacts of an application. */
export const storeContacts = (
  { db, key }: DatabaseContext & KeyContext,
  number: string,
  contacts: Contacts,
) => {
  insertRow(db, 'caseContacts', { application: number, sealed: seal(key, contacts) });
};

/** The contacts of an application; what it does not name is taken from the profile of its citizen. */
export function contactsOf(
  { db, key }: DatabaseContext & KeyContext,
  { number, citizen }: { number: string; citizen: string | null },
): Contacts {
  const profile = DEMO_CITIZENS.find(({ id }) => id === citizen)?.profile;
  const row = db.prepare('SELECT sealed FROM caseContacts WHERE application = ?').get(number);
  return {
    ...contactsFrom(profile?.email, profile?.phone),
    ...(row && (unseal(key, v.parse(v.instance(Uint8Array), row['sealed'])) as Contacts)),
  };
}

const contactsFrom = (email: string | undefined, phone: string | undefined): Contacts => ({
  ...(email !== undefined && { email }),
  ...(phone !== undefined && { sms: phone }),
});

/**
 * Contacts as somebody may see them who has not confirmed that they are hers.
 *
 * @example maskedContacts({ email: 'anna@example.ru', sms: '+79031234567' }) // { email: 'a•••@example.ru', sms: '+7 ••• •••-45-67' }
 */
export const maskedContacts = ({ email, sms }: Contacts): Contacts =>
  contactsFrom(
    email?.replace(/^(.).*(?=@)/su, '$1•••'),
    sms?.replace(/^.*(\d{2})(\d{2})$/s, `${sms.startsWith('+7') ? '+7' : '+•••'} ••• •••-$1-$2`),
  );
