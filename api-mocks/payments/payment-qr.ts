import { renderSVG } from 'uqr';

import type { Invoice } from '../../widgets/contract/invoices/schemas.ts';

/** In the order of preference: `|` is what most readers know. */
const SEPARATORS = ['|', '~', '^', '#', '{', '}', '_'];
/** The standard takes 210 characters; some are for the number of the case. */
const MAX_PURPOSE_LENGTH = 190;

/**
 * What the QR code of a payment says (ГОСТ Р 56042-2014): `ST`, version `0001`, `2` for UTF-8, the separator, `key=value` pairs,
 * the five obligatory ones first. No payer in it: whom the payment is for the treasury knows by the УИН.
 */
export function paymentQrText({ uin, application, purpose, amount, payee }: Omit<Invoice, 'qr'>): string {
  const pairs = {
    Name: payee.name,
    PersonalAcc: payee.account,
    BankName: payee.bank,
    BIC: payee.bik,
    CorrespAcc: payee.bankAccount,
    Sum: String(amount),
    Purpose: `${purpose.replace(/\s+/g, ' ').slice(0, MAX_PURPOSE_LENGTH)} (${application})`,
    PayeeINN: payee.inn,
    KPP: payee.kpp,
    CBC: payee.kbk,
    OKTMO: payee.oktmo,
    UIN: uin,
  };
  const values = Object.values(pairs).join('');
  // The standard has no escapes: the separator is a character that no value has. All of them in one purpose is a joke; it loses one.
  const separator = SEPARATORS.find((sign) => !values.includes(sign)) ?? '|';
  const fields = Object.entries(pairs).map(([key, value]) => `${key}=${value.replaceAll(separator, ' ')}`);
  return ['ST00012', ...fields].join(separator);
}

/** A QR code as a picture; `title` is for who does not see it, without characters that XML knows. */
export const renderQrSvg = (text: string, title: string): string =>
  // Level M: the standard asks for no less.
  renderSVG(text, { ecc: 'M', border: 4 }).replace('>', ` role="img"><title>${title}</title>`);
