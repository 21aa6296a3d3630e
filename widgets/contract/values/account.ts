/** Weights of the digits, again and again: 7, 1, 3. */
const WEIGHTS = [7, 1, 3];

/**
 * Whether the check digit of an account fits the bank (Порядок расчёта контрольного ключа, Банк России, 08.09.1997 № 515). The last three
 * digits of the БИК and the twenty of the account, each times its weight, add up to a number that ends with 0. An account at the Bank of
 * Russia itself, whose БИК ends with 000 to 002, takes `0` and the fifth and sixth digit of the БИК instead.
 *
 * @example fitsBank('40817810000000012345', '040173604') // whether Сбербанк in Barnaul can have it
 */
export function fitsBank(account: string, bik: string): boolean {
  const bank = /00[0-2]$/.test(bik) ? `0${bik.slice(4, 6)}` : bik.slice(-3);
  const sum = Array.from(bank + account, Number).reduce(
    (total, digit, i) => total + digit * (WEIGHTS[i % 3] ?? 0),
    0,
  );
  return sum % 10 === 0;
}

/** The БИК in a text; `undefined` where it has none: it may be the bank's name. */
export const bikIn = (text: string): string | undefined => /(?<!\d)0\d{8}(?!\d)/.exec(text)?.[0];
