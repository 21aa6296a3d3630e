/** What results answer at once: telephone, hours, fee, period, where. */
import type { Agency, Place } from '../catalogue/agency.ts';
import { weeklyHours } from '../catalogue/hours.ts';
import type { RegionContent } from '../catalogue/region.ts';
import type { Service } from '../catalogue/service.ts';
import { CHANNEL_TITLES } from '../catalogue/titles.ts';
import { costInWords, hoursInWords, periodInWords, periodStartInWords } from '../catalogue/wording.ts';
import type { CardAnswer, CardAnswers } from './index-format.ts';

/** More fees or periods than that are read on the card. */
const MAX_PARTS = 3;

/** The answers of whoever has an address: an agency or a place. */
export function contactAnswers(
  { phones, hours, address }: Pick<Agency | Place, 'phones' | 'hours' | 'address'>,
  region: RegionContent,
): CardAnswers {
  const [phone] = phones;
  const week = weeklyHours(hours.value, region).flatMap(({ days, intervals }) =>
    days.map(() => {
      const { open, breaks } = hoursInWords(intervals);
      return [open, ...breaks.map((times) => `перерыв ${times}`)].join(', ');
    }),
  );
  return {
    ...(phone && { phone: { text: phone.number, note: phone.owner, isChecked: phone.checked } }),
    hours: {
      text: week.map((day, i) => (day === week[i - 1] ? '' : day)).join('|'),
      isChecked: hours.checked,
    },
    where: { text: address.line, isChecked: address.checked },
  };
}

/** The answers of a service; telephone and hours are those of its agency. */
export const serviceAnswers = (service: Service, agency: CardAnswers): CardAnswers => ({
  ...agency,
  ...partsInWords(
    'fee',
    service.costs.map((cost) => ({ ...cost, words: costInWords(cost), note: cost.note })),
  ),
  ...partsInWords(
    'period',
    service.periods.map((period) => ({
      ...period,
      words: periodInWords(period),
      note: periodStartInWords(period) ?? period.note,
    })),
  ),
  where: {
    text: service.apply.map(({ channel }, i) => lowerUnlessFirst(CHANNEL_TITLES[channel], i)).join(', '),
    isChecked: true,
  },
});

/** Fees or periods as one answer: «Регистрация развода — 5000 ₽. Второй экземпляр — 500 ₽». Nothing where none is known. */
function partsInWords(
  kind: 'fee' | 'period',
  parts: readonly { title: string; words: string | undefined; checked: boolean }[],
): Partial<Record<'fee' | 'period', CardAnswer>> {
  const known = parts.filter(({ words }) => words).slice(0, MAX_PARTS);
  if (!known.length) return {};
  return {
    [kind]: {
      text: known.map(({ title, words = '' }) => `${title} — ${words}`).join('. '),
      isChecked: known.every(({ checked }) => checked),
    },
  };
}

const lowerUnlessFirst = (text: string, i: number) =>
  i && !text.startsWith('В МФЦ') ? text.charAt(0).toLowerCase() + text.slice(1) : text;
