import type { Service } from './service.ts';
import { ONLINE_TITLES } from './titles.ts';
import { capitalize, costInWords, periodInWords, periodStartInWords } from './wording.ts';

/** One of the four facts by which a citizen decides. Without a `value` it is not known for certain. */
export interface KeyFact {
  /** «Сколько стоит». */
  label: string;
  /** «Бесплатно». */
  value: string | undefined;
  /** What else there is to know of it, smaller: «госпошлины нет». */
  note: string | undefined;
  /** False where the value has not been checked against its source. */
  checked: boolean;
}

/** The four facts that a citizen needs first: online or not, how long, how much, what one gets. */
export function keyFactsOf({ online, periods, costs, result }: Service): KeyFact[] {
  const [period] = periods;
  const [cost] = costs;
  const wait = period && periodInWords(period);
  const price = cost && costInWords(cost);
  return [
    { label: 'Онлайн', value: ONLINE_TITLES[online.kind], note: online.note, checked: true },
    {
      label: 'Сколько ждать ответа',
      value: wait && capitalize(wait),
      note: period && (periodStartInWords(period) ?? period.note),
      checked: period?.checked ?? false,
    },
    {
      label: 'Сколько стоит',
      value: price && capitalize(price),
      note: cost?.note ?? cost?.what,
      checked: cost?.checked ?? false,
    },
    { label: 'Что получите', value: result.short, note: result.note, checked: true },
  ];
}

/** The values of the first `count` key facts, as far as they are known: «Заявление — онлайн», «10 рабочих дней». */
export const firstKeyFacts = (service: Service, count: number): string[] =>
  keyFactsOf(service)
    .slice(0, count)
    .flatMap(({ value }) => value ?? []);
