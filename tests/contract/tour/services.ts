import * as v from 'valibot';

import { AppointmentSchema } from '../../../widgets/contract/appointments/schemas.ts';
import { QUESTIONNAIRE } from '../../../api-mocks/feedback/questionnaire.ts';
import { postAsAnna, NO_INPUT, type TourSandbox, type OperationScenarios } from './scenario.ts';

const VISIT = { office: 'komitet', startsAt: '2026-11-23T09:00:00+07:00' };
const FINES = { kind: 'fines', plate: 'А123ВС22' };
const SERVICE = { success: () => ({ params: { slug: 'detskiy-sad' } }) };

const IdSchema = v.object({ id: v.string() });
const appointmentParams = async (portal: TourSandbox) => ({
  params: { id: (await postAsAnna(portal, '/appointments', VISIT, AppointmentSchema)).id },
});

/** Scenarios of services, and of what can be done without an application. */
export const SERVICE_SCENARIOS = {
  getSite: NO_INPUT,
  listReceiptKeys: NO_INPUT,
  listServices: NO_INPUT,
  getService: SERVICE,
  getServiceRatings: SERVICE,
  getAgencyRatings: { success: () => ({ params: { slug: 'komitet' } }) },
  listSlots: { success: () => ({ params: { office: VISIT.office }, query: { days: '7' } }) },
  createAppointment: { success: () => ({ body: VISIT }) },
  listAppointments: { success: () => ({ query: { limit: '10' } }) },
  getAppointment: { success: appointmentParams },
  moveAppointment: {
    success: async (portal) => ({
      ...(await appointmentParams(portal)),
      body: { startsAt: '2026-11-24T14:00:00+07:00' },
    }),
  },
  cancelAppointment: {
    success: appointmentParams,
    failures: {
      409: (portal, good) => {
        portal.advanceDays(7);
        return good;
      },
    },
  },
  getAppointmentCalendar: { success: appointmentParams },
  createPlainMessage: { success: () => ({ body: { topic: 'idea', text: 'Сделайте шрифт крупнее.' } }) },
  createPageFeedback: { success: () => ({ body: { path: '/services/detskiy-sad/', useful: true } }) },
  getQuestionnaire: NO_INPUT,
  createQuestionnaireAnswers: {
    success: () => ({ body: { version: QUESTIONNAIRE.version, answers: { clarity: 5 } } }),
  },
  createInstantRequest: {
    success: () => ({ body: FINES }),
    failures: { 202: () => ({ body: { kind: 'enforcementProceedings' } }) },
  },
  getInstantRequest: {
    success: async (portal) => ({
      params: { id: (await postAsAnna(portal, '/instant-requests', FINES, IdSchema)).id },
    }),
  },
} satisfies Partial<OperationScenarios>;
