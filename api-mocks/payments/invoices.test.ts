import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { InvoiceListSchema, type Invoice } from '../../widgets/contract/invoices/schemas.ts';
import { cancelInvoices, issueInvoice, payInvoice } from './invoices.ts';
import {
  TEST_NOW,
  exampleApplication,
  newIdempotencyKey,
  readProblem,
  startTestSandbox,
} from '../testing.ts';

/** A portal with an application of Anna's, for which she has to pay. */
async function withInvoice(now = () => TEST_NOW) {
  const portal = await startTestSandbox({ wallNow: now });
  const anna = portal.headersOf('anna');
  const created = await portal.post('/v1/applications', exampleApplication(), {
    'Idempotency-Key': newIdempotencyKey(),
    ...anna,
  });
  const { number } = v.parse(v.object({ number: v.string() }), await created.json());
  issueInvoice(portal.context(), number, { purpose: 'Государственная пошлина', amount: 35_000 });
  const path = `/v1/applications/${number}/invoices`;
  const list = async () =>
    v.parse(InvoiceListSchema, await (await portal.call(path, { headers: portal.headersOf('anna') })).json())
      .items;
  const [invoice] = (await list()) as [Invoice];
  return { portal, anna, number, path, list, invoice };
}

/** Who was told what. */
const told = ({ context }: Awaited<ReturnType<typeof startTestSandbox>>) =>
  context()
    .db.prepare(`SELECT citizen, kind, subject FROM events WHERE kind LIKE 'invoice%' ORDER BY id`)
    .all()
    .map((row) => Object.values(row).join(' '));

/**
 * The key of an account with the Bank of Russia: digits 5 and 6 of the БИК behind a 0, then the account, weighed by 7, 1, 3.
 */
const isAccount = (bik: string, account: string) =>
  Array.from(`0${bik.slice(4, 6)}${account}`, (digit, i) => Number(digit) * ([7, 1, 3][i % 3] ?? 0)).reduce(
    (sum, weighed) => sum + weighed,
    0,
  ) %
    10 ===
  0;
const isInn = (inn: string) =>
  ([2, 4, 10, 3, 5, 9, 4, 6, 8].reduce((sum, weight, i) => sum + weight * Number(inn[i]), 0) % 11) % 10 ===
  Number(inn[9]);

describe('GET /v1/applications/{number}/invoices', () => {
  it('says what to pay, to whom and until when', async () => {
    const { portal, number, invoice } = await withInvoice();
    expect(invoice).toMatchObject({
      application: number,
      purpose: 'Государственная пошлина',
      amount: 35_000,
      issuedAt: TEST_NOW.toISOString(),
      dueOn: '2026-12-04',
      state: 'issued',
      payUrl: `${portal.url()}/pay/${invoice.uin}`,
    });
    expect(invoice.qr).toContain(`|UIN=${invoice.uin}`);
  });

  it('names a payee that a bank’s form takes, and no bank has', async () => {
    const { invoice } = await withInvoice();
    const { inn, bik, account, bankAccount } = invoice.payee;
    // The keys of accounts that are known to be right.
    expect(isAccount('010173001', '40102810045370000009')).toBe(true);
    expect(isAccount('044525225', '30101810400000000225')).toBe(true);
    expect(isAccount('044525225', '30101810500000000225')).toBe(false);
    expect([isAccount(bik, account), isAccount(bik, bankAccount), isInn(inn)]).toEqual([true, true, true]);
  });

  it('says nothing of the payer', async () => {
    const { invoice } = await withInvoice();
    expect(JSON.stringify(invoice)).not.toMatch(/Примеров|Анна|11223344595/);
  });

  it('shows the newest first, each with an УИН of its own', async () => {
    const { portal, number, list } = await withInvoice();
    issueInvoice(portal.context(), number, { purpose: 'Копия', amount: 100 });
    const items = await list();
    expect(items.map(({ purpose }) => purpose)).toEqual(['Копия', 'Государственная пошлина']);
    expect(new Set(items.map(({ uin }) => uin)).size).toBe(2);
  });

  it('says when the last day has passed; it can still be paid', async () => {
    let now = TEST_NOW;
    const { list, portal, invoice } = await withInvoice(() => now);
    now = new Date('2026-12-04T16:59:59Z');
    expect(await list()).toMatchObject([{ state: 'issued' }]);
    now = new Date('2026-12-04T17:00:00Z');
    expect(await list()).toMatchObject([{ state: 'overdue', payUrl: invoice.payUrl }]);
    payInvoice(portal.context(), invoice.uin);
    expect(await list()).toMatchObject([{ state: 'paid', paidAt: now.toISOString() }]);
  });

  it('is only for who applied', async () => {
    const { portal, path, invoice } = await withInvoice();
    const ask = async (headers: Record<string, string>, end = '') =>
      (await readProblem(await portal.call(path + end, { headers }))).type;
    expect(await ask({})).toBe('signed-out');
    expect(await ask(portal.headersOf('ivan'))).toBe('not-found');
    expect(await ask(portal.headersOf('ivan'), `/${invoice.uin}/qr`)).toBe('not-found');
    const foreign = await portal.sendApplication();
    expect(
      (
        await readProblem(
          await portal.call(`/v1/applications/${foreign.number}/invoices`, {
            headers: portal.headersOf('anna'),
          }),
        )
      ).type,
    ).toBe('not-found');
  });
});

describe('GET /v1/applications/{number}/invoices/{uin}/qr', () => {
  it('is a picture that runs nothing', async () => {
    const { portal, path, anna, invoice } = await withInvoice();
    const { status, headers, ...response } = await portal
      .call(`${path}/${invoice.uin}/qr`, { headers: anna })
      .then(async (answer) => ({
        status: answer.status,
        headers: answer.headers,
        text: await answer.text(),
      }));
    expect(status).toBe(200);
    expect(headers.get('Content-Type')).toBe('image/svg+xml');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(response.text).toContain(`<title>QR-код для оплаты, УИН ${invoice.uin}</title>`);
  });

  it('is of this case, and of an УИН that is one', async () => {
    const { portal, path, anna } = await withInvoice();
    for (const uin of ['2200000000000000421713052', '2200000000000000421713053', 'nothing'])
      expect((await readProblem(await portal.call(`${path}/${uin}/qr`, { headers: anna }))).type).toBe(
        'not-found',
      );
  });

  it('is gone when there is nothing to pay', async () => {
    const { portal, path, anna, number, invoice, list } = await withInvoice();
    cancelInvoices(portal.context(), number);
    const response = await portal.call(`${path}/${invoice.uin}/qr`, { headers: anna });
    expect(await readProblem(response)).toMatchObject({
      type: 'wrong-state',
      detail: 'Счёт уже оплачен или отменён.',
    });
    const [cancelled] = await list();
    expect(cancelled).toMatchObject({ state: 'cancelled' });
    expect(Object.keys(cancelled ?? {})).not.toEqual(expect.arrayContaining(['payUrl']));
  });
});

describe('an invoice', () => {
  it('is announced, and its payment once, however often it is paid', async () => {
    const { portal, number, invoice } = await withInvoice();
    payInvoice(portal.context(), invoice.uin);
    payInvoice(portal.context(), invoice.uin);
    expect(told(portal)).toEqual([`anna invoiceIssued ${number}`, `anna invoicePaid ${number}`]);
  });

  it('stays paid when its case ends', async () => {
    const { portal, number, invoice, list } = await withInvoice();
    payInvoice(portal.context(), invoice.uin);
    cancelInvoices(portal.context(), number);
    expect(await list()).toMatchObject([{ state: 'paid' }]);
  });

  it('that is cancelled takes no money', async () => {
    const { portal, number, invoice, list } = await withInvoice();
    cancelInvoices(portal.context(), number);
    payInvoice(portal.context(), invoice.uin);
    expect(await list()).toMatchObject([{ state: 'cancelled' }]);
    expect(told(portal)).toEqual([`anna invoiceIssued ${number}`]);
  });

  it('of somebody who has not signed in tells nobody', async () => {
    const portal = await startTestSandbox();
    const { number } = await portal.sendApplication();
    issueInvoice(portal.context(), number, { purpose: 'Пошлина', amount: 100 });
    expect(told(portal)).toEqual([]);
  });
});
