import { randomInt } from 'node:crypto';

import { uinCheckDigit } from '../../widgets/contract/invoices/schemas.ts';
import { dueDate, regionDay } from '../../widgets/deadlines/calendar.ts';
import type { Period } from '../../widgets/deadlines/period.ts';
import type { INVOICE_OPERATIONS } from '../../widgets/contract/invoices/operations.ts';
import { requireCase, type CaseAccessContext } from '../cases/case-access.ts';
import { addHistoryEntry } from '../cases/history.ts';
import { addEvent, type EventContext } from '../events/events.ts';
import type { HandlersOf } from '../http/handlers.ts';
import { HttpProblem } from '../http/problem.ts';
import { insertRow, runTransaction, type DatabaseContext } from '../store/database.ts';
import { findInvoice, invoicesOf, type InvoiceContext } from './invoice-rows.ts';
import { renderQrSvg } from './qr-picture.ts';

/** Code of the agency that issues invoices (its УРН in ГИС ГМП), invented too. An УИН starts with it. */
const ISSUER = '22000000';
/** An invoice has to be paid within this time. */
const PAYMENT_PERIOD: Period = { value: 10, unit: 'workingDay' };

/** Handlers of the invoices of a case. */
export const invoiceHandlers: HandlersOf<typeof INVOICE_OPERATIONS, InvoiceContext & CaseAccessContext> = {
  listInvoices(request, context) {
    const { number } = requireCase(context, request);
    return { status: 200, body: { items: invoicesOf(context, number) } };
  },
  getInvoiceQr(request, context) {
    const { c, params } = request;
    const { number } = requireCase(context, request);
    const invoice = findInvoice(context, params.uin);
    if (invoice?.application !== number) throw new HttpProblem('not-found');
    if (invoice.qr === undefined)
      throw new HttpProblem('wrong-state', { detail: 'Счёт уже оплачен или отменён.' });
    return c.body(renderQrSvg(invoice.qr, `QR-код для оплаты, УИН ${invoice.uin}`), 200, {
      'Content-Type': 'image/svg+xml',
    });
  },
};

interface NewInvoice {
  /** In Russian: «Государственная пошлина». */
  purpose: string;
  /** Kopecks. */
  amount: number;
}

/**
 * Issues an invoice for an application, adds it to the history, and adds an event. Runs within a transaction.
 *
 * Its УИН has 25 digits: `22000000` of the issuer, 16 random ones, and a check digit.
 */
export function issueInvoice(
  context: EventContext,
  application: string,
  { purpose, amount }: NewInvoice,
): void {
  const { db, now, data } = context;
  const instant = now();
  // Random digits: with consecutive ones anybody could find the invoices of others.
  const digits = ISSUER + [1, 2].map(() => String(randomInt(1e8)).padStart(8, '0')).join('');
  const dueOn = dueDate(PAYMENT_PERIOD, regionDay(instant, data.region.timeZone), data.calendar);
  insertRow(db, 'invoices', {
    uin: digits + uinCheckDigit(digits),
    application,
    purpose,
    amount,
    issuedAt: instant.toISOString(),
    dueOn,
    state: 'issued',
  });
  addHistoryEntry(context, application, { action: 'invoiceIssued', role: 'specialist', note: purpose });
  const citizen = payerOf(context, application);
  addEvent(context, { citizen, kind: 'invoiceIssued', subject: application, notice: 'invoice', by: dueOn });
}

/** Cancels the unpaid invoices of an application. Runs within the transaction that ends the case. */
export function cancelInvoices({ db }: DatabaseContext, application: string): void {
  db.prepare(`UPDATE invoices SET state = 'cancelled' WHERE application = ? AND state = 'issued'`).run(
    application,
  );
}

/** Marks an invoice as paid, and adds an event. Does nothing if it is paid or cancelled already. */
export function payInvoice(context: EventContext, uin: string): void {
  const { db, now } = context;
  runTransaction(db, () => {
    const row = db
      .prepare(
        `UPDATE invoices SET state = 'paid', paidAt = ? WHERE uin = ? AND state = 'issued' RETURNING application`,
      )
      .get(now().toISOString(), uin);
    if (!row) return;
    const subject = String(row['application']);
    addEvent(context, { citizen: payerOf(context, subject), kind: 'invoicePaid', subject });
  });
}

/** Id of the citizen who has applied; `null` if she had not signed in. */
const payerOf = ({ db }: DatabaseContext, application: string) =>
  db.prepare('SELECT citizen FROM applications WHERE number = ?').get(application)?.['citizen'] as
    | string
    | null;
