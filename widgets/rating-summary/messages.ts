import type { Criterion } from '../contract/ratings/criteria.ts';
import { ru as firstRu, type Messages as FirstMessages } from './first-messages.ts';

/** All texts of the summary. */
export interface Messages extends FirstMessages {
  criteria: Record<Criterion, string>;
  /** How many ratings there are, in words: «Всего 25 оценок». */
  count: (count: number) => string;
  /** There are too few to judge by. */
  few: string;
  /** There are so few that nothing is shown. */
  notEnough: string;
  /** Each question has fewer than five answers. */
  sparse: string;
  /** «4,3 из 5». */
  mean: (mean: number) => string;
  /** How many have answered this question: «12 оценок». */
  answers: (count: number) => string;
  /** What opens the numbers behind a bar. */
  details: string;
  /** The table of how often each mark was given. */
  mark: string;
  times: string;
  failed: string;
  retry: string;
}

const decimal = new Intl.NumberFormat('ru', { minimumFractionDigits: 1, maximumFractionDigits: 2 });
const plural = new Intl.PluralRules('ru');
const FORMS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'оценка', few: 'оценки' };
const ratings = (count: number) => `${count} ${FORMS[plural.select(count)] ?? 'оценок'}`;

/** Russian texts. */
export const ru: Messages = {
  ...firstRu,
  criteria: {
    time: 'Срок',
    queue: 'Очередь',
    politeness: 'Вежливость и знания специалиста',
    premises: 'Удобство помещения',
    information: 'Сведения, электронные формы и оплата',
    waiting: 'Ожидание ответа',
    convenience: 'Удобство в целом',
  },
  count: (count) => `Всего ${ratings(count)}.`,
  few: 'Это немного: судить по ним рано.',
  notEnough: 'Оценок пока меньше пяти, поэтому мы их не показываем: было бы видно, что думает один человек.',
  sparse: 'На каждый вопрос ответили меньше пяти человек, поэтому средних оценок пока нет.',
  mean: (mean) => `${decimal.format(mean)} из 5`,
  answers: ratings,
  details: 'Сколько каких оценок',
  mark: 'Оценка',
  times: 'Сколько раз',
  failed: 'Оценки не загрузились.',
  retry: 'Попробовать ещё раз',
};
