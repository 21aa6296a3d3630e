import { requireDemoCitizen } from '../../../api-mocks/sign-in/citizens.ts';
import { newTokenFamily } from '../../../api-mocks/sign-in/token-family.ts';
import { PAGE_ORIGIN } from '../../../api-mocks/testing.ts';
import { TEST_KEY } from '../../../api-mocks/testing-key.ts';
import { NO_INPUT, type TourSandbox, type OperationScenarios } from './scenario.ts';

/** Signs Anna in. */
function newSession(portal: TourSandbox) {
  const { sessions, wallNow } = portal.context();
  const now = wallNow().getTime();
  return { sessions, now, session: sessions.beginSession(requireDemoCitizen('anna'), now).session };
}

const PAGE = { origin: PAGE_ORIGIN, thumbprint: TEST_KEY.thumbprint };

/** Proves that the page has its key. */
const proofHeader = (portal: TourSandbox, path: string) => ({
  DPoP: TEST_KEY.proof({ method: 'POST', url: portal.url() + path, at: portal.context().wallNow() }),
});

/** Scenarios of sign-in, profile, consents, events and notifications. */
export const ACCOUNT_SCENARIOS = {
  getSession: NO_INPUT,
  endSession: NO_INPUT,
  createExchange: {
    success: (portal) => {
      const { sessions, now, session } = newSession(portal);
      return {
        body: {
          code: sessions.issueCode(session, PAGE, now),
        },
        headers: proofHeader(portal, '/v1/session/exchanges'),
      };
    },
  },
  createRenewal: {
    success: (portal) => {
      const { sessions, now, session } = newSession(portal);
      return {
        body: { renewalToken: sessions.issueTokens(newTokenFamily(session, PAGE), now).renewalToken },
        headers: proofHeader(portal, '/v1/session/renewals'),
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
