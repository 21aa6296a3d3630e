import { offerVisit } from '../../../api-mocks/appointments/visit-offers.ts';
import { findCase, type Case } from '../../../api-mocks/cases/cases.ts';
import { readOutbox } from '../../../api-mocks/events/outbox.ts';
import { StepUpSchema } from '../../../widgets/contract/step-ups/schemas.ts';
import { caseParams } from './cases.ts';
import { postAsAnna, type TourSandbox, type OperationScenarios } from './scenario.ts';

const SMS = { channel: 'sms' };
/** One of the times that `offerVisit` offers. */
const VISIT = { startsAt: '2026-11-25T09:00:00+07:00' };

/** Lets Anna apply, and the agency invite her. */
async function invitedParams(portal: TourSandbox) {
  const { params } = await caseParams(portal);
  const context = portal.context();
  offerVisit(context, findCase(context.db, params.number) as Case, {
    purpose: 'Покажите подлинник.',
    bring: [],
  });
  return { params };
}

/** Lets Anna choose one of the times. */
async function visitParams(portal: TourSandbox) {
  const { params } = await invitedParams(portal);
  await portal.call(`/v1/applications/${params.number}/visits`, {
    method: 'PUT',
    headers: { ...portal.headersOf('anna'), 'Content-Type': 'application/json' },
    body: JSON.stringify(VISIT),
  });
  return { params };
}

/** Scenarios of what follows an application: step-ups, visits, notices. */
export const FOLLOWED_CASE_SCENARIOS = {
  createStepUp: { success: async (portal) => ({ ...(await caseParams(portal)), body: { channel: 'sms' } }) },
  createConfirmation: {
    success: async (portal) => {
      const { params } = await caseParams(portal);
      const { id } = await postAsAnna(portal, `/applications/${params.number}/step-ups`, SMS, StepUpSchema);
      const [digits = ''] = /\d{6}/.exec(readOutbox(portal.context())[0]?.text ?? '') ?? [];
      return { params: { ...params, stepUp: id }, body: { code: digits } };
    },
  },
  getCaseVisits: { success: invitedParams },
  chooseVisit: {
    success: async (portal) => ({ ...(await invitedParams(portal)), body: VISIT }),
    failures: { 409: async (portal) => ({ ...(await caseParams(portal)), body: VISIT }) },
  },
  cancelVisit: {
    success: visitParams,
    failures: {
      409: (portal, good) => {
        portal.advanceDays(7);
        return good;
      },
    },
  },
  getVisitCalendar: { success: visitParams },
  getCaseNotices: { success: caseParams },
  replaceCaseNotices: {
    success: async (portal) => ({
      ...(await caseParams(portal)),
      body: { email: ['question', 'result'], sms: [], quietAtNight: true },
    }),
  },
} satisfies Partial<OperationScenarios>;
