import * as v from 'valibot';

import { AppointmentSchema } from '../../../widgets/contract/appointments/schemas.ts';
import { QUESTIONNAIRE } from '../../../api-mocks/opinions/questionnaire.ts';
import { done, PLAIN, type Portal, type Stops } from './stop.ts';

const VISIT = { office: 'komitet', startsAt: '2026-11-23T09:00:00+07:00' };
const FINES = { kind: 'fines', plate: 'А123ВС22' };
const SERVICE = { good: () => ({ params: { slug: 'detskiy-sad' } }) };

const IdSchema = v.object({ id: v.string() });
const booked = async (portal: Portal) => ({
  params: { id: (await done(portal, '/appointments', VISIT, AppointmentSchema)).id },
});

/** Services and what can be done without an application. */
export const SERVICES = {
  listServices: PLAIN,
  getService: SERVICE,
  getServiceRatings: SERVICE,
  listSlots: { good: () => ({ params: { office: VISIT.office }, query: { days: '7' } }) },
  createAppointment: { good: () => ({ body: VISIT }) },
  listAppointments: { good: () => ({ query: { limit: '10' } }) },
  getAppointment: { good: booked },
  moveAppointment: {
    good: async (portal) => ({
      ...(await booked(portal)),
      body: { startsAt: '2026-11-24T14:00:00+07:00' },
    }),
  },
  cancelAppointment: {
    good: booked,
    but: {
      409: (portal, good) => {
        portal.later(7);
        return good;
      },
    },
  },
  getAppointmentCalendar: { good: booked },
  createPlainMessage: { good: () => ({ body: { topic: 'idea', text: 'Сделайте шрифт крупнее.' } }) },
  createPageFeedback: { good: () => ({ body: { path: '/services/detskiy-sad/', useful: true } }) },
  getQuestionnaire: PLAIN,
  createQuestionnaireAnswers: {
    good: () => ({ body: { version: QUESTIONNAIRE.version, answers: { clarity: 5 } } }),
  },
  createInstantRequest: {
    good: () => ({ body: FINES }),
    but: { 202: () => ({ body: { kind: 'enforcementProceedings' } }) },
  },
  getInstantRequest: {
    good: async (portal) => ({
      params: { id: (await done(portal, '/instant-requests', FINES, IdSchema)).id },
    }),
  },
} satisfies Partial<Stops>;
