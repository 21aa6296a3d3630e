import type { Service } from './service.ts';
import { ONLINE_TITLES } from './titles.ts';
import { capitalize, costInWords, periodInWords, periodStartInWords } from './wording.ts';

/** One of the four facts by which a citizen decides. */
export interface KeyFact {
  /** «Сколько стоит». */
  label: string;
  /** «Бесплатно»; `undefined` if it is not known for certain. */
  value: string | undefined;
  /** A line in small type below the value: «госпошлины нет». */
  note: string | undefined;
  /** Whether an editor has checked the value against its source. */
  checked: boolean;
}

/** The four facts that a citizen needs first: online or not, how long, how much, what one gets. */
export function keyFactsOf({ online, periods, costs, result }: Service): KeyFact[] {
  const [period] = periods;
  const [cost] = costs;
  const periodText = period && periodInWords(period);
  const costText = cost && costInWords(cost);
  return [
    { label: 'Онлайн', value: ONLINE_TITLES[online.kind], note: online.note, checked: true },
    {
      label: 'Сколько ждать ответа',
      value: periodText && capitalize(periodText),
      note: period && (periodStartInWords(period) ?? period.note),
      checked: period?.checked ?? false,
    },
    {
      label: 'Сколько стоит',
      value: costText && capitalize(costText),
      note: cost?.note ?? cost?.title,
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
