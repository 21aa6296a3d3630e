import { randomInt } from 'node:crypto';

import * as v from 'valibot';

import {
  InvoiceSchema,
  uinCheckDigit,
  type Invoice,
  type Payee,
} from '../../widgets/contract/invoices/schemas.ts';
import { dueDate, regionDay } from '../../widgets/deadlines/calendar.ts';
import type { Period } from '../../widgets/deadlines/period.ts';
import type { INVOICE_OPERATIONS } from '../../widgets/contract/invoices/operations.ts';
import { requireOwnCase } from '../cases/cases.ts';
import { addHistoryEntry } from '../cases/history.ts';
import { addEvent, type EventContext } from '../events/events.ts';
import type { HandlersOf } from '../http/api.ts';
import type { PortalUrlContext } from '../http/http-server.ts';
import { HttpProblem } from '../http/problem.ts';
import type { ClockContext } from '../store/clock.ts';
import { insertRow, runTransaction, type DatabaseContext } from '../store/database.ts';
import type { RegionDataContext } from '../store/portal-data.ts';
import { paymentQrText, renderQrSvg } from './payment-qr.ts';

/** Invented: no bank has this БИК, and the names say so. The check digits are right, as a bank's form asks. */
const PAYEE: Payee = {
  name: 'Учебное казначейство, настоящих денег не платите',
  inn: '2200000001',
  kpp: '220001001',
  account: '03221643300000001700',
  bank: 'УЧЕБНЫЙ БАНК',
  bik: '010199999',
  bankAccount: '40102810345370000000',
  kbk: '00011301992020000130',
  oktmo: '01701000',
};
/** The participant of ГИС ГМП who issues them, invented too. */
const ISSUER = '22000000';
const PAYMENT_PERIOD: Period = { value: 10, unit: 'workingDay' };

/** What is needed to show an invoice. */
export type InvoiceContext = DatabaseContext & ClockContext & RegionDataContext & PortalUrlContext;

/** What has to be paid for a case. */
export const invoiceHandlers: HandlersOf<typeof INVOICE_OPERATIONS, InvoiceContext> = {
  listInvoices({ params, citizen }, context) {
    const { number } = requireOwnCase(context, params.number, citizen);
    const rows = context.db.prepare(`${SELECT} WHERE application = ? ORDER BY rowid DESC`).all(number);
    return { status: 200, body: { items: rows.map((row) => readInvoiceRow(context, row)) } };
  },
  getInvoiceQr({ c, params, citizen }, context) {
    const { number } = requireOwnCase(context, params.number, citizen);
    const invoice = findInvoice(context, params.uin);
    if (invoice?.application !== number) throw new HttpProblem('not-found');
    if (invoice.qr === undefined)
      throw new HttpProblem('wrong-state', { detail: 'Счёт уже оплачен или отменён.' });
    return c.body(renderQrSvg(invoice.qr, `QR-код для оплаты, УИН ${invoice.uin}`), 200, {
      'Content-Type': 'image/svg+xml',
    });
  },
};

const SELECT = 'SELECT * FROM invoices';
const RowSchema = v.object({
  uin: v.string(),
  application: v.string(),
  purpose: v.string(),
  amount: v.number(),
  issuedAt: v.string(),
  dueOn: v.string(),
  state: v.picklist(['issued', 'paid', 'cancelled']),
  paidAt: v.nullable(v.string()),
});

/** The invoice of an УИН. Who knows an УИН may pay it. */
export function findInvoice(context: InvoiceContext, uin: string): Invoice | undefined {
  const row = context.db.prepare(`${SELECT} WHERE uin = ?`).get(uin);
  return row && readInvoiceRow(context, row);
}

function readInvoiceRow({ now, portalUrl, data }: InvoiceContext, row: unknown): Invoice {
  const { paidAt, ...rest } = v.parse(RowSchema, row);
  const late = rest.state === 'issued' && rest.dueOn < regionDay(now(), data.region.timeZone);
  const invoice = { ...rest, payee: PAYEE, state: late ? ('overdue' as const) : rest.state };
  return v.parse(InvoiceSchema, {
    ...invoice,
    ...(paidAt !== null && { paidAt }),
    ...(rest.state === 'issued' && {
      qr: paymentQrText(invoice),
      payUrl: `${portalUrl}/pay/${rest.uin}`,
    }),
  });
}

interface NewInvoice {
  purpose: string;
  /** Kopecks. */
  amount: number;
}

/** Asks the applicant for money. Call it in the transaction that moves the case. */
export function issueInvoice(
  context: EventContext,
  application: string,
  { purpose, amount }: NewInvoice,
): void {
  const { db, now, data } = context;
  const instant = now();
  // Random, so that nobody finds the invoices of others by counting on.
  const digits = ISSUER + [1, 2].map(() => String(randomInt(1e8)).padStart(8, '0')).join('');
  insertRow(db, 'invoices', {
    uin: digits + uinCheckDigit(digits),
    application,
    purpose,
    amount,
    issuedAt: instant.toISOString(),
    dueOn: dueDate(PAYMENT_PERIOD, regionDay(instant, data.region.timeZone), data.calendar),
    state: 'issued',
  });
  addHistoryEntry(context, application, { action: 'invoiceIssued', role: 'specialist', note: purpose });
  const citizen = payerOf(context, application);
  addEvent(context, { citizen, kind: 'invoiceIssued', subject: application });
}

/** Nothing has to be paid any more for a case that goes no further. Call it in the transaction that ends the case. */
export function cancelInvoices({ db }: DatabaseContext, application: string): void {
  db.prepare(`UPDATE invoices SET state = 'cancelled' WHERE application = ? AND state = 'issued'`).run(
    application,
  );
}

/** Pays an invoice; one that is paid or cancelled stays as it is. */
export function payInvoice(context: EventContext, uin: string): void {
  const { db, now } = context;
  runTransaction(db, () => {
    const paid = db
      .prepare(
        `UPDATE invoices SET state = 'paid', paidAt = ? WHERE uin = ? AND state = 'issued' RETURNING application`,
      )
      .get(now().toISOString(), uin);
    if (!paid) return;
    const subject = String(paid['application']);
    addEvent(context, { citizen: payerOf(context, subject), kind: 'invoicePaid', subject });
  });
}

/** Who applied, if she had signed in. */
const payerOf = ({ db }: DatabaseContext, application: string) =>
  db.prepare('SELECT citizen FROM applications WHERE number = ?').get(application)?.['citizen'] as
    string | null;
