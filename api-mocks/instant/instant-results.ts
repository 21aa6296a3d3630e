import type { InstantAnswer, InstantOutput } from '../../widgets/contract/instant/schemas.ts';
import { addDays } from '../../widgets/deadlines/calendar.ts';

type Result<K extends InstantOutput['kind']> = NonNullable<Extract<InstantAnswer, { kind: K }>['result']>;

/** What the sandbox invents, and whether it takes its time. */
interface InventedResult<K extends InstantOutput['kind']> {
  result: Result<K>;
  slow: boolean;
}

/** A file to look for a signature in. */
export interface SignedFile {
  type: string;
  size: number;
}

const MEGABYTE = 1024 * 1024;
const sum = (items: { amount: number }[]) => items.reduce((total, { amount }) => total + amount, 0);
const makeItems = <T>(count: number, make: (i: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i));

/** As many as a digit says; at 9 it is one, and it takes time. */
const countFromDigit = (digit: string) => ({ slow: digit === '9', count: digit === '9' ? 1 : Number(digit) });

/** Fines of a car: the last of the three digits of its plate says how many. `today` is `YYYY-MM-DD`. */
export function inventFines(plate: string, today: string): InventedResult<'fines'> {
  const { slow, count } = countFromDigit(plate.charAt(3));
  const items = makeItems(count, (i) => {
    const issuedOn = addDays(today, -12 * (i + 1));
    return {
      order: `188101222600000000${String(i + 10)}`,
      article: 'КоАП, статья 12.9, часть 2',
      amount: 75_000,
      issuedOn,
      // The first 30 days.
      ...(i < 2 && { discountUntilOn: addDays(issuedOn, 30) }),
    };
  });
  return { slow, result: { total: sum(items), items } };
}

/** Tax debts: the tenth digit of the ИНН, the last that is no check sum, says how many. */
export function inventTaxDebts(inn: string, today: string): InventedResult<'taxDebt'> {
  const { slow, count } = countFromDigit(inn.charAt(9));
  const year = Number(today.slice(0, 4)) - 1;
  const items = makeItems(count, (i) => ({
    tax: i % 2 ? 'Земельный налог' : 'Транспортный налог',
    amount: 120_000 + 1_500 * i,
    dueOn: `${year - Math.floor(i / 2)}-12-01`,
  }));
  return { slow, result: { total: sum(items), items } };
}

export const inventPension = (today: string): InventedResult<'pensionAccount'> => ({
  slow: false,
  result: { points: 87.412, workYears: 19, countedOn: `${today.slice(0, 4)}-01-01` },
});

/** `region` is the region's code, with which numbers of bailiffs' offices begin. */
export const inventProceedings = (
  today: string,
  region: string,
): InventedResult<'enforcementProceedings'> => ({
  slow: true,
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

/** A signature is good in a PDF, and there is none in a picture; a large file takes time. */
export const inventSignatureCheck = ({ type, size }: SignedFile): InventedResult<'signatureCheck'> => ({
  slow: size > MEGABYTE,
  result:
    type === 'application/pdf'
      ? { valid: true, signer: 'Образцов Иван Петрович' }
      : { valid: false, reason: 'В файле нет подписи.' },
});
