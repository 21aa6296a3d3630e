import type { Payee } from './schemas.ts';

/** Separators that the standard allows, in the order of preference: most readers know `|`. */
const SEPARATORS = ['|', '~', '^', '#', '{', '}', '_'];
/** The standard allows 210 characters. 20 are left for the number of the case. */
const MAX_PURPOSE_LENGTH = 190;

/** A payment: what a bank has to know of it. */
export interface Payment {
  uin: string;
  /** What is paid for: «Государственная пошлина». */
  purpose: string;
  /** In kopecks. */
  amount: number;
  payee: Payee;
  /** Number of the application, where there is one. */
  application?: string;
}

/** The purpose as it stands in the bank's form: with the number of the case, in one line. */
export const purposeOf = ({ purpose, application }: Pick<Payment, 'purpose' | 'application'>): string =>
  purpose.replace(/\s+/g, ' ').slice(0, MAX_PURPOSE_LENGTH) + (application ? ` (${application})` : '');

/**
 * Writes the text of a payment's QR code (ГОСТ Р 56042-2014): `ST`, version `0001`, `2` for UTF-8, then `key=value` pairs with
 * a separator before each, the five obligatory ones first:
 * `ST00012|Name=Учебное казначейство|PersonalAcc=0322…|BankName=…|BIC=…|CorrespAcc=…|Sum=35000|Purpose=Пошлина (22-2026-000001)|…`.
 *
 * `Sum` is in kopecks. The payer is not named: the treasury knows by the УИН whom the payment is for.
 */
export function paymentQrText(payment: Payment): string {
  const { uin, amount, payee } = payment;
  const pairs = {
    Name: payee.name,
    PersonalAcc: payee.account,
    BankName: payee.bank,
    BIC: payee.bik,
    CorrespAcc: payee.bankAccount,
    Sum: String(amount),
    Purpose: purposeOf(payment),
    PayeeINN: payee.inn,
    KPP: payee.kpp,
    CBC: payee.kbk,
    OKTMO: payee.oktmo,
    UIN: uin,
  };
  const values = Object.values(pairs).join('');
  // The standard has no escapes, so the separator must be a character that no value has. If all seven are in use, `|` becomes a
  // space.
  const separator = SEPARATORS.find((sign) => !values.includes(sign)) ?? '|';
  const fields = Object.entries(pairs).map(([key, value]) => `${key}=${value.replaceAll(separator, ' ')}`);
  return ['ST00012', ...fields].join(separator);
}
