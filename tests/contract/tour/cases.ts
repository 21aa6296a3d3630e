import * as v from 'valibot';

import { issueInvoice, payInvoice } from '../../../api-mocks/payments/invoices.ts';
import { moveCaseTo, type Order } from '../../../api-mocks/workflow/officials.ts';
import { pauseService } from '../../../api-mocks/cases/services.ts';
import { application, complaint } from '../../../api-mocks/testing.ts';
import { InvoiceListSchema } from '../../../widgets/contract/invoices/schemas.ts';
import { applied, done, seen, type Portal, type Stops } from './stop.ts';

/** An application of Anna's, that officials have worked on. */
async function caseOf(portal: Portal, move?: Order): Promise<{ number: string; code: string }> {
  const created = await applied(portal, application());
  if (move) moveCaseTo(portal.inside(), created.number, move);
  return created;
}

const named = async (portal: Portal, move?: Order) => ({
  params: { number: (await caseOf(portal, move)).number },
});
const IdsSchema = v.object({ items: v.array(v.object({ id: v.string() })) });
const first = async (portal: Portal, path: string) =>
  (await seen(portal, path, IdsSchema)).items[0]?.id ?? '';
const UNKNOWN = { number: '22-2026-999999' };

const complained = async (portal: Portal) => ({
  params: {
    number: (await done(portal, '/complaints', complaint(), v.object({ number: v.string() }))).number,
  },
});

/** Applications and complaints, and what belongs to them. */
export const CASES = {
  createApplication: {
    good: () => ({ body: application() }),
    but: {
      409: (portal, good) => {
        pauseService(portal.inside(), 'detskiy-sad', { reason: 'Много заявлений.' });
        return good;
      },
    },
  },
  listApplications: { good: () => ({ query: { limit: '10' } }) },
  getApplication: { good: named },
  getApplicationStatus: {
    good: async (portal) => {
      const { number, code } = await caseOf(portal);
      return { params: { number }, headers: { 'Okno-Case-Code': code } };
    },
  },
  getApplicationHistory: { good: named },
  createWithdrawal: {
    good: async (portal) => ({ ...(await named(portal)), body: {} }),
    but: { 422: (_, good) => ({ ...good, body: { reason: ' ' } }) },
  },
  createAnswer: {
    good: async (portal) => ({
      ...(await named(portal, { to: 'asked', text: 'Пришлите справку.' })),
      body: { text: 'Вот она.' },
    }),
  },
  createCorrection: {
    good: async (portal) => ({
      ...(await named(portal, { to: 'refused', text: 'Фамилия с ошибкой.' })),
      body: application(),
    }),
  },
  listApplicationMessages: { good: (portal) => named(portal, { to: 'ready' }) },
  updateApplicationMessage: {
    good: async (portal) => {
      const { params } = await named(portal, { to: 'ready' });
      const message = await first(portal, `/applications/${params.number}/messages`);
      return { params: { ...params, message }, body: { read: true } };
    },
  },
  listApplicationFiles: { good: (portal) => named(portal, { to: 'ready' }) },
  getApplicationFile: {
    good: async (portal) => {
      const { params } = await named(portal, { to: 'ready' });
      return { params: { ...params, file: await first(portal, `/applications/${params.number}/files`) } };
    },
  },
  listInvoices: { good: named },
  getInvoiceQr: {
    good: async (portal) => {
      const { params } = await named(portal);
      issueInvoice(portal.inside(), params.number, { purpose: 'Пошлина', amount: 35_000 });
      const { items } = await seen(portal, `/applications/${params.number}/invoices`, InvoiceListSchema);
      return { params: { ...params, uin: items[0]?.uin ?? '' } };
    },
    but: {
      409: (portal, good) => {
        payInvoice(portal.inside(), good.params?.['uin'] ?? '');
        return good;
      },
    },
  },
  createRating: {
    good: async (portal) => {
      const { number, code } = await caseOf(portal, { to: 'ready' });
      return { body: { number, code, marks: { time: 5 } } };
    },
    but: {
      404: (_, good) => ({ body: { ...good.body, ...UNKNOWN } }),
      409: async (portal, good) => ({ body: { ...good.body, ...(await caseOf(portal)) } }),
    },
  },
  createComplaint: { good: () => ({ body: complaint() }) },
  listComplaints: { good: () => ({ query: { limit: '10' } }) },
  getComplaint: { good: complained },
  getComplaintStatus: { good: complained },
  createEscalation: {
    good: async (portal) => {
      const { params } = await complained(portal);
      portal.later(60);
      return { params, body: {} };
    },
    but: { 422: (_, good) => ({ ...good, body: { comment: ' ' } }) },
  },
} satisfies Partial<Stops>;
