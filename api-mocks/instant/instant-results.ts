import type { InstantAnswer, InstantOutput } from '../../widgets/contract/instant/schemas.ts';
import { uinCheckDigit } from '../../widgets/contract/invoices/schemas.ts';
import { addDays } from '../../widgets/deadlines/calendar.ts';
import { INVENTED_PAYEE } from '../store/invented-payee.ts';

/** The result of a request of the kind `K`, as the contract has it. */
type Result<K extends InstantOutput['kind']> = NonNullable<Extract<InstantAnswer, { kind: K }>['result']>;

/** A result that the sandbox has invented. */
interface InventedResult<K extends InstantOutput['kind']> {
  result: Result<K>;
  /** The answer takes a while: first the client gets `preparing`. */
  isSlow: boolean;
}

/** A file in which a signature is looked for. */
export interface SignedFile {
  /** Media type: `application/pdf`. */
  type: string;
  /** Bytes. */
  size: number;
}

const MEGABYTE = 1024 * 1024;
const totalAmountOf = (items: { amount: number }[]) => items.reduce((total, { amount }) => total + amount, 0);
const makeItems = <T>(count: number, make: (i: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i));

/** Makes what is needed to pay; `digits` are the УИН but for its check digit. */
const inventPayment = (digits: string, purpose: string) => ({
  uin: digits + uinCheckDigit(digits),
  purpose,
  payee: INVENTED_PAYEE,
});

/** The number of items that a digit of the request asks for: `3` gives three at once, `9` gives one after a while (`isSlow`). */
const countFromDigit = (digit: string) => ({
  isSlow: digit === '9',
  count: digit === '9' ? 1 : Number(digit),
});

/**
 * Invents fines of a car. The third digit of the plate says how many: А123ВС22 has three. `today` is `YYYY-MM-DD`. Amounts
 * are in kopecks.
 */
export function inventFines(plate: string, today: string): InventedResult<'fines'> {
  // A plate is a letter, three digits, two letters, region.
  const { isSlow, count } = countFromDigit(plate.charAt(3));
  const items = makeItems(count, (i) => {
    const issuedOn = addDays(today, -12 * (i + 1));
    const digits = `18810122260000000${String(i + 10)}`;
    // The number of the order is the УИН.
    const order = digits + uinCheckDigit(digits);
    return {
      order,
      article: 'КоАП, статья 12.9, часть 2',
      amount: 75_000,
      issuedOn,
      // Within 30 days a fine is paid with a discount of a quarter (КоАП, art. 32.2, part 1.3). The other fines are older than that.
      ...(i < 2 && { discountUntilOn: addDays(issuedOn, 30), discounted: 56_250 }),
      payment: inventPayment(digits, `Штраф по постановлению ${order}`),
    };
  });
  return { isSlow, result: { total: totalAmountOf(items), items } };
}

/**
 * Invents tax debts. The tenth digit of the ИНН says how many: the last two of its twelve digits are check digits. `today` is
 * `YYYY-MM-DD`. Amounts are in kopecks.
 */
export function inventTaxDebts(inn: string, today: string): InventedResult<'taxDebt'> {
  const { isSlow, count } = countFromDigit(inn.charAt(9));
  const year = Number(today.slice(0, 4)) - 1;
  const items = makeItems(count, (i) => {
    const tax = i % 2 ? 'Земельный налог' : 'Транспортный налог';
    const dueOn = `${year - Math.floor(i / 2)}-12-01`;
    const payment = inventPayment(`18200000000000000${String(i + 10)}`, `${tax}, срок ${dueOn}`);
    return { tax, amount: 120_000 + 1_500 * i, dueOn, payment };
  });
  return { isSlow, result: { total: totalAmountOf(items), items } };
}

/** Who would have answered in life. */
export const SOURCES: Record<InstantOutput['kind'], string> = {
  fines: 'ГИС ГМП и Госавтоинспекция',
  taxDebt: 'Федеральная налоговая служба',
  pensionAccount: 'Социальный фонд России',
  enforcementProceedings: 'Федеральная служба судебных приставов',
  signatureCheck: 'Головной удостоверяющий центр Минцифры',
};

/** Invents a pension account: the same for everybody. `today` is `YYYY-MM-DD`. */
export const inventPension = (today: string): InventedResult<'pensionAccount'> => ({
  isSlow: false,
  result: { points: 87.412, workYears: 19, countedOn: `${today.slice(0, 4)}-01-01` },
});

/**
 * Invents an enforcement proceeding for everybody whose СНИЛС ends in an odd digit. `region` is the region's code: numbers of bailiffs'
 * offices start with it.
 */
export const inventProceedings = (
  today: string,
  { region, snils = '1' }: { region: string; snils?: string | undefined },
): InventedResult<'enforcementProceedings'> => ({
  isSlow: true,
  result: {
    items: makeItems(Number(snils.at(-1)) % 2, () => ({
      number: `1001/${today.slice(2, 4)}/${region}001-ИП`,
      subject: 'Взыскание штрафа',
      amount: 75_000,
      startedOn: addDays(today, -40),
      department: 'Учебный отдел судебных приставов',
    })),
  },
});

/** Invents the check of a signature whose file has stayed on the device: it is valid. */
export const inventCheckOfSignature = (): InventedResult<'signatureCheck'> => ({
  isSlow: false,
  result: { valid: true, signer: 'Образцов Иван Петрович' },
});

/**
 * Invents the check of a signature in a file. A PDF has a valid one, a picture has none. A file of more than a megabyte takes a while.
 */
export const inventSignatureCheck = ({ type, size }: SignedFile): InventedResult<'signatureCheck'> => ({
  isSlow: size > MEGABYTE,
  result:
    type === 'application/pdf'
      ? { valid: true, signer: 'Образцов Иван Петрович' }
      : { valid: false, reason: 'В файле нет подписи.' },
});
