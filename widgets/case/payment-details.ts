import { purposeOf } from '../contract/invoices/payment-qr.ts';
import type { Invoice } from '../contract/invoices/schemas.ts';
import type { Messages } from './messages.ts';

/** The details that a bank asks for, with their names, in the order in which it asks. */
export function paymentDetails(invoice: Invoice, { details }: Messages): [string, string][] {
  const { uin, payee } = invoice;
  return [
    [details.uin, uin],
    [details.name, payee.name],
    [details.inn, payee.inn],
    [details.kpp, payee.kpp],
    [details.bank, payee.bank],
    [details.bik, payee.bik],
    [details.bankAccount, payee.bankAccount],
    [details.account, payee.account],
    [details.kbk, payee.kbk],
    [details.oktmo, payee.oktmo],
    [details.purpose, purposeOf(invoice)],
  ];
}

/**
 * Takes the lines of a QR code out of the portal's picture: `viewBox` and the path of the dark fields. Nothing else of it comes to the
 * page: a picture may hold scripts. `undefined` where it is drawn in another way.
 */
export function qrPathIn(svg: string): { viewBox: string; path: string } | undefined {
  const [, viewBox] = /<svg[^>]*\sviewBox="([\d .]{1,40})"/.exec(svg) ?? [];
  const [, path] = /<path[^>]*\sd="([MmHhVvLlZz\d\s.,-]+)"/.exec(svg) ?? [];
  return viewBox && path ? { viewBox, path } : undefined;
}
