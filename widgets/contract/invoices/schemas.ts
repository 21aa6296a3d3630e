import * as v from 'valibot';

import { AnyWordSchema, CaseNumberSchema, DaySchema, InstantSchema } from '../values/schemas.ts';

/**
 * The last digit of an УИН, from the 19 or 24 digits before it (format checks of ГИС ГМП). They are multiplied by 1, 2, … 10, 1, 2,
 * … and summed modulo 11. If that gives 10, the weights begin with 3 instead: 3, 4, … 10, 1, …; if it gives 10 again, the digit is
 * 0.
 *
 * @example uinCheckDigit('1000000000000000000') // '1'
 */
export function uinCheckDigit(digits: string): string {
  const weightedRemainder = (firstWeight: number) => {
    let sum = 0;
    for (let i = 0; i < digits.length; i++) sum += Number(digits[i]) * (((i + firstWeight - 1) % 10) + 1);
    return sum % 11;
  };
  const usual = weightedRemainder(1);
  return String(usual < 10 ? usual : weightedRemainder(3) % 10);
}

/** УИН, the identifier of a payment in every bank: 20 or 25 digits, the last of them a check digit. */
export const UinSchema = v.pipe(
  v.string(),
  v.regex(/^\d{20}(?:\d{5})?$/, 'uin'),
  v.check((uin) => uinCheckDigit(uin.slice(0, -1)) === uin.at(-1), 'uin'),
);

/** Who gets the money: the details that a bank needs. */
export const PayeeSchema = v.object({
  name: v.string(),
  inn: v.string(),
  kpp: v.string(),
  /** The treasury account, 20 digits. */
  account: v.string(),
  bank: v.string(),
  bik: v.string(),
  /** The single treasury account (ЕКС), 20 digits. */
  bankAccount: v.string(),
  /** Code of the budget revenue, 20 digits. */
  kbk: v.string(),
  oktmo: v.string(),
});
/** {@link PayeeSchema}, parsed. */
export type Payee = v.InferOutput<typeof PayeeSchema>;

/** States of an invoice. One that is `overdue` can still be paid. */
export type InvoiceState = 'issued' | 'overdue' | 'paid' | 'cancelled';

/** An invoice: what the agency asks the applicant to pay for a case. */
export const InvoiceSchema = v.object({
  uin: UinSchema,
  /** Number of the application. */
  application: CaseNumberSchema,
  /** What is paid for: «Государственная пошлина». */
  purpose: v.string(),
  /** In kopecks. */
  amount: v.pipe(v.number(), v.integer(), v.minValue(1)),
  payee: PayeeSchema,
  issuedAt: InstantSchema,
  /** The last day to pay. */
  dueOn: DaySchema,
  /** An {@link InvoiceState}, or one of a newer portal. */
  state: AnyWordSchema,
  /** The name of the state, in Russian; there for one that is not in this list. */
  stateTitle: v.optional(v.string()),
  paidAt: v.optional(InstantSchema),
  /** Text of the QR code (ГОСТ Р 56042-2014). It and `payUrl` are absent if there is nothing to pay. */
  qr: v.optional(v.string()),
  /** The page where it is paid; `?returnTo=` names the page to return to. */
  payUrl: v.optional(v.pipe(v.string(), v.url())),
});
/** {@link InvoiceSchema}, parsed. */
export type Invoice = v.InferOutput<typeof InvoiceSchema>;

/** Response of `GET /v1/applications/{number}/invoices`, newest first. */
export const InvoiceListSchema = v.object({ items: v.array(InvoiceSchema) });
