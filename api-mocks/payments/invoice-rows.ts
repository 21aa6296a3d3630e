import * as v from 'valibot';

import { paymentQrText } from '../../widgets/contract/invoices/payment-qr.ts';
import { InvoiceSchema, type Invoice } from '../../widgets/contract/invoices/schemas.ts';
import { regionDay } from '../../widgets/deadlines/calendar.ts';
import type { PortalUrlContext } from '../http/http-server.ts';
import type { ClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';
import type { RegionDataContext } from '../store/portal-data.ts';
import { INVENTED_PAYEE } from '../store/invented-payee.ts';

/** What showing an invoice needs. */
export type InvoiceContext = DatabaseContext & ClockContext & RegionDataContext & PortalUrlContext;

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

/** The invoices of an application, newest first. */
export const invoicesOf = (context: InvoiceContext, application: string): Invoice[] =>
  context.db
    .prepare(`${SELECT} WHERE application = ? ORDER BY rowid DESC`)
    .all(application)
    .map((row) => invoiceFromRow(context, row));

/** Finds the invoice with an УИН; `undefined` if there is none. Anybody who knows the УИН may see and pay it. */
export function findInvoice(context: InvoiceContext, uin: string): Invoice | undefined {
  const row = context.db.prepare(`${SELECT} WHERE uin = ?`).get(uin);
  return row && invoiceFromRow(context, row);
}

/**
 * Turns a row into an invoice with its payee. An invoice that is not paid becomes `overdue` the day after its last day. Only an
 * invoice that can be paid has a QR code and a link.
 */
function invoiceFromRow({ now, portalUrl, data }: InvoiceContext, row: unknown): Invoice {
  const { paidAt, ...rest } = v.parse(RowSchema, row);
  const isLate = rest.state === 'issued' && rest.dueOn < regionDay(now(), data.region.timeZone);
  const invoice = { ...rest, payee: INVENTED_PAYEE, state: isLate ? ('overdue' as const) : rest.state };
  return v.parse(InvoiceSchema, {
    ...invoice,
    ...(paidAt !== null && { paidAt }),
    ...(rest.state === 'issued' && {
      qr: paymentQrText(invoice),
      payUrl: `${portalUrl}/pay/${rest.uin}`,
    }),
  });
}
