// Longer than other modules: a scenario for each operation on a case.
import * as v from 'valibot';

import { issueInvoice, payInvoice } from '../../../api-mocks/payments/invoices.ts';
import { moveCaseTo, type OfficialMoveInput } from '../../../api-mocks/workflow/officials.ts';
import { pauseService } from '../../../api-mocks/cases/services.ts';
import { exampleApplication, exampleComplaint } from '../../../api-mocks/testing.ts';
import { InvoiceListSchema } from '../../../widgets/contract/invoices/schemas.ts';
import { applyAsAnna, postAsAnna, getAsAnna, type TourSandbox, type OperationScenarios } from './scenario.ts';

/** Lets Anna apply, and an official move the case. */
async function createCase(
  portal: TourSandbox,
  move?: OfficialMoveInput,
): Promise<{ number: string; code: string }> {
  const created = await applyAsAnna(portal, exampleApplication());
  if (move) moveCaseTo(portal.context(), created.number, move);
  return created;
}

/** Lets Anna apply, and an official move the case. Gives the number of the case. */
export const caseParams = async (portal: TourSandbox, move?: OfficialMoveInput) => ({
  params: { number: (await createCase(portal, move)).number },
});
const IdsSchema = v.object({ items: v.array(v.object({ id: v.string() })) });
const firstId = async (portal: TourSandbox, path: string) =>
  (await getAsAnna(portal, path, IdsSchema)).items[0]?.id ?? '';
/** Lets Anna apply, and an official issue the result: a file. */
async function fileParams(portal: TourSandbox) {
  const { params } = await caseParams(portal, { to: 'ready' });
  return { params: { ...params, file: await firstId(portal, `/applications/${params.number}/files`) } };
}
const UNKNOWN = { number: '22-2026-999999' };

/** Lets Anna rate a case of hers. */
async function ratingParams(portal: TourSandbox) {
  const { number, code } = await createCase(portal, { to: 'ready' });
  await postAsAnna(
    portal,
    '/ratings',
    { number, code, marks: { time: 5 } },
    v.object({ number: v.string() }),
  );
  return { params: { number } };
}

const complaintParams = async (portal: TourSandbox) => ({
  params: {
    number: (await postAsAnna(portal, '/complaints', exampleComplaint(), v.object({ number: v.string() })))
      .number,
  },
});

/** Scenarios of applications and complaints, and of what belongs to them. */
export const CASE_SCENARIOS = {
  createApplication: {
    success: () => ({ body: exampleApplication() }),
    failures: {
      409: (portal, good) => {
        pauseService(portal.context(), 'detskiy-sad', { reason: 'Много заявлений.' });
        return good;
      },
    },
  },
  listApplications: { success: () => ({ query: { limit: '10' } }) },
  getApplication: { success: caseParams },
  getApplicationStatus: {
    success: async (portal) => {
      const { number, code } = await createCase(portal);
      return { params: { number }, headers: { 'Okno-Case-Code': code } };
    },
  },
  getApplicationHistory: { success: caseParams },
  createWithdrawal: {
    success: async (portal) => ({ ...(await caseParams(portal)), body: {} }),
    failures: { 422: (_, good) => ({ ...good, body: { reason: ' ' } }) },
  },
  createAnswer: {
    success: async (portal) => ({
      ...(await caseParams(portal, { to: 'asked', text: 'Пришлите справку.' })),
      body: { text: 'Вот она.' },
    }),
  },
  createCorrection: {
    success: async (portal) => ({
      ...(await caseParams(portal, { to: 'refused', text: 'Фамилия с ошибкой.' })),
      body: exampleApplication(),
    }),
  },
  listApplicationMessages: { success: (portal) => caseParams(portal, { to: 'ready' }) },
  createApplicationMessage: {
    success: async (portal) => ({ ...(await caseParams(portal)), body: { text: 'Мы переехали.' } }),
  },
  updateApplicationMessage: {
    success: async (portal) => {
      const { params } = await caseParams(portal, { to: 'ready' });
      const message = await firstId(portal, `/applications/${params.number}/messages`);
      return { params: { ...params, message }, body: { read: true } };
    },
  },
  listApplicationFiles: { success: (portal) => caseParams(portal, { to: 'ready' }) },
  getApplicationFile: { success: fileParams },
  checkFileSignature: { success: fileParams },
  listInvoices: { success: caseParams },
  getInvoiceQr: {
    success: async (portal) => {
      const { params } = await caseParams(portal);
      issueInvoice(portal.context(), params.number, { purpose: 'Пошлина', amount: 35_000 });
      const { items } = await getAsAnna(portal, `/applications/${params.number}/invoices`, InvoiceListSchema);
      return { params: { ...params, uin: items[0]?.uin ?? '' } };
    },
    failures: {
      409: (portal, good) => {
        payInvoice(portal.context(), good.params?.['uin'] ?? '');
        return good;
      },
    },
  },
  createRating: {
    success: async (portal) => {
      const { number, code } = await createCase(portal, { to: 'ready' });
      return { body: { number, code, marks: { time: 5 } } };
    },
    failures: {
      404: (_, good) => ({ body: { ...good.body, ...UNKNOWN } }),
      409: async (portal, good) => ({ body: { ...good.body, ...(await createCase(portal)) } }),
    },
  },
  getRating: { success: ratingParams },
  changeRating: {
    success: async (portal) => ({ ...(await ratingParams(portal)), body: { marks: { time: 4 } } }),
    failures: {
      409: async (portal, good) => {
        const { params } = await ratingParams(portal);
        portal.advanceDays(2);
        return { ...good, params };
      },
    },
  },
  createComplaint: { success: () => ({ body: exampleComplaint() }) },
  listComplaints: { success: () => ({ query: { limit: '10' } }) },
  getComplaint: { success: complaintParams },
  getComplaintStatus: { success: complaintParams },
  createEscalation: {
    success: async (portal) => {
      const { params } = await complaintParams(portal);
      portal.advanceDays(60);
      return { params, body: {} };
    },
    failures: { 422: (_, good) => ({ ...good, body: { comment: ' ' } }) },
  },
} satisfies Partial<OperationScenarios>;
