import type { InstantAnswer, InstantOutput } from '../../widgets/contract/instant/schemas.ts';
import { addDays } from '../../widgets/deadlines/calendar.ts';

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
    return {
      order: `188101222600000000${String(i + 10)}`,
      article: 'КоАП, статья 12.9, часть 2',
      amount: 75_000,
      issuedOn,
      // Within 30 days a fine is paid with a discount (КоАП, art. 32.2, part 1.3). The other fines are older than that.
      ...(i < 2 && { discountUntilOn: addDays(issuedOn, 30) }),
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
  const items = makeItems(count, (i) => ({
    tax: i % 2 ? 'Земельный налог' : 'Транспортный налог',
    amount: 120_000 + 1_500 * i,
    dueOn: `${year - Math.floor(i / 2)}-12-01`,
  }));
  return { isSlow, result: { total: totalAmountOf(items), items } };
}

/** Invents a pension account: the same for everybody. `today` is `YYYY-MM-DD`. */
export const inventPension = (today: string): InventedResult<'pensionAccount'> => ({
  isSlow: false,
  result: { points: 87.412, workYears: 19, countedOn: `${today.slice(0, 4)}-01-01` },
});

/** Invents an enforcement proceeding. `region` is the region's code: numbers of bailiffs' offices start with it. */
export const inventProceedings = (
  today: string,
  region: string,
): InventedResult<'enforcementProceedings'> => ({
  isSlow: true,
  result: {
    items: [
      {
        number: `1001/${today.slice(2, 4)}/${region}001-ИП`,
        subject: 'Взыскание штрафа',
        amount: 75_000,
        startedOn: addDays(today, -40),
        department: 'Учебный отдел судебных приставов',
      },
    ],
  },
});

/**
 * Invents the check of a signature. A PDF has a valid one, a picture has none. A file of more than a megabyte takes a while.
 */
export const inventSignatureCheck = ({ type, size }: SignedFile): InventedResult<'signatureCheck'> => ({
  isSlow: size > MEGABYTE,
  result:
    type === 'application/pdf'
      ? { valid: true, signer: 'Образцов Иван Петрович' }
      : { valid: false, reason: 'В файле нет подписи.' },
});
