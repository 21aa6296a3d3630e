import { requireDemoCitizen } from '../../../api-mocks/sign-in/citizens.ts';
import { newTokenFamily } from '../../../api-mocks/sign-in/token-family.ts';
import { PAGE_ORIGIN } from '../../../api-mocks/testing.ts';
import { PKCE_CHALLENGE, PKCE_VERIFIER } from '../../../api-mocks/testing-browser.ts';
import { NO_INPUT, type TourSandbox, type OperationScenarios } from './scenario.ts';

/** Signs Anna in. */
function newSession(portal: TourSandbox) {
  const { sessions, wallNow } = portal.context();
  const now = wallNow().getTime();
  return { sessions, now, session: sessions.beginSession(requireDemoCitizen('anna'), now).session };
}

/** Scenarios of sign-in, profile, consents, events and notifications. */
export const ACCOUNT_SCENARIOS = {
  getSession: NO_INPUT,
  endSession: NO_INPUT,
  createExchange: {
    success: (portal) => {
      const { sessions, now, session } = newSession(portal);
      return {
        body: {
          code: sessions.issueCode(session, { origin: PAGE_ORIGIN, challenge: PKCE_CHALLENGE }, now),
          verifier: PKCE_VERIFIER,
        },
      };
    },
  },
  createRenewal: {
    success: (portal) => {
      const { sessions, now, session } = newSession(portal);
      return {
        body: { renewalToken: sessions.issueTokens(newTokenFamily(session, PAGE_ORIGIN), now).renewalToken },
      };
    },
  },
  getProfile: NO_INPUT,
  getConsent: NO_INPUT,
  listConsents: NO_INPUT,
  createErasure: NO_INPUT,
  listEvents: NO_INPUT,
  streamEvents: NO_INPUT,
  getNotificationPreferences: NO_INPUT,
  replaceNotificationPreferences: {
    success: () => ({ body: { email: true, sms: false, quietAtNight: true } }),
  },
} satisfies Partial<OperationScenarios>;
