import * as v from 'valibot';

import { CaseNumberSchema, DaySchema, InstantSchema } from '../values/schemas.ts';

/**
 * The last digit of an УИН: the digits before it (19 or 24) weighed by 1…10 over and over, modulo 11; a remainder of 10 is
 * weighed again from 3 on, and is 0 if it is 10 still (format checks of ГИС ГМП).
 */
export function uinCheckDigit(digits: string): string {
  const remainder = (shift: number) => {
    let sum = 0;
    for (let i = 0; i < digits.length; i++) sum += Number(digits[i]) * (((i + shift) % 10) + 1);
    return sum % 11;
  };
  const first = remainder(0);
  return String(first < 10 ? first : remainder(2) % 10);
}

/** УИН, by which a payment is known everywhere: 20 or 25 digits, the last of them for checking. */
export const UinSchema = v.pipe(
  v.string(),
  v.regex(/^\d{20}(?:\d{5})?$/, 'uin'),
  v.check((uin) => uinCheckDigit(uin.slice(0, -1)) === uin.at(-1), 'uin'),
);

/** Whom the money goes to, as a bank asks for it. */
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
  kbk: v.string(),
  oktmo: v.string(),
});
export type Payee = v.InferOutput<typeof PayeeSchema>;

/** What the body asks the applicant to pay for a case. */
export const InvoiceSchema = v.object({
  uin: UinSchema,
  application: CaseNumberSchema,
  purpose: v.string(),
  /** Kopecks. */
  amount: v.pipe(v.number(), v.integer(), v.minValue(1)),
  payee: PayeeSchema,
  issuedAt: InstantSchema,
  /** The last day to pay. */
  dueOn: DaySchema,
  /** An overdue one can still be paid. */
  state: v.picklist(['issued', 'overdue', 'paid', 'cancelled']),
  paidAt: v.optional(InstantSchema),
  /** What is in the QR code (ГОСТ Р 56042-2014). Absent, as `payUrl`, where there is nothing to pay. */
  qr: v.optional(v.string()),
  /** The page where it is paid; `?returnTo=` names the page to come back to. */
  payUrl: v.optional(v.pipe(v.string(), v.url())),
});
export type Invoice = v.InferOutput<typeof InvoiceSchema>;

/** `GET /v1/applications/{number}/invoices`, newest first. */
export const InvoiceListSchema = v.object({ items: v.array(InvoiceSchema) });
