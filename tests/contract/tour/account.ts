import { citizenById } from '../../../api-mocks/sign-in/citizens.ts';
import { familyOf } from '../../../api-mocks/sign-in/sessions.ts';
import { PAGE } from '../../../api-mocks/testing.ts';
import { CHALLENGE, VERIFIER } from '../../../api-mocks/testing-browser.ts';
import { PLAIN, type Portal, type Stops } from './stop.ts';

/** Anna has signed in just now. */
function begun(portal: Portal) {
  const { sessions, real } = portal.inside();
  const now = real().getTime();
  return { sessions, now, session: sessions.beginSession(citizenById('anna'), now).session };
}

/** Sign-in, what the portal knows of a citizen, and how it keeps in touch. */
export const ACCOUNT = {
  getSession: PLAIN,
  endSession: PLAIN,
  createExchange: {
    good: (portal) => {
      const { sessions, now, session } = begun(portal);
      return {
        body: {
          code: sessions.issueCode(session, { origin: PAGE, challenge: CHALLENGE }, now),
          verifier: VERIFIER,
        },
      };
    },
  },
  createRenewal: {
    good: (portal) => {
      const { sessions, now, session } = begun(portal);
      return { body: { renewalToken: sessions.issueTokens(familyOf(session, PAGE), now).renewalToken } };
    },
  },
  getProfile: PLAIN,
  getConsent: PLAIN,
  listConsents: PLAIN,
  createErasure: PLAIN,
  listEvents: PLAIN,
  streamEvents: PLAIN,
  getNotificationPreferences: PLAIN,
  replaceNotificationPreferences: {
    good: () => ({ body: { email: true, sms: false, quietAtNight: true } }),
  },
} satisfies Partial<Stops>;
