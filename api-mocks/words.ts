import type { State } from '../widgets/contract/application.ts';
import type { Ground } from '../widgets/contract/grounds.ts';

/** Where a case stands, as people say it. */
export const STATE_WORDS: Record<State, string> = {
  registered: 'Зарегистрировано',
  checked: 'Документы проверены',
  requested: 'Сведения запрошены',
  decided: 'Решение принято',
  ready: 'Результат готов',
  refused: 'Отказано',
  withdrawn: 'Отозвано',
};

/** What the body writes to the applicant when a case comes to a state. */
export const NOTES: Record<State, string> = {
  registered: 'Заявление у специалиста.',
  checked: 'Документы в порядке.',
  requested: 'Запросили сведения, которые у государства уже есть. Вам ничего делать не нужно.',
  decided: 'Готовим результат.',
  ready: 'Результат лежит в личном кабинете. Нужна бумага с печатью — её распечатают в МФЦ.',
  refused: 'Копия документа не читается. Сделайте снимок чётче и отправьте заявление ещё раз.',
  withdrawn: 'Вы отозвали заявление. Подать новое можно в любой день.',
};

export const GROUND_WORDS: Record<Ground, string> = {
  lateRegistration: 'заявление зарегистрировали не в срок',
  overdue: 'услугу не оказали в срок',
  extraDocuments: 'требуют лишние документы',
  refusedDocuments: 'не приняли документы',
  refusedService: 'отказали без законной причины',
  extraFee: 'требуют лишнюю плату',
  uncorrectedErrors: 'не исправляют ошибки в документах',
  lateIssue: 'документы выдали не в срок или не по правилам',
  unlawfulSuspension: 'остановили услугу без законной причины',
  newDocuments: 'потребовали документы, о которых в первый раз не сказали',
};

const LONG = new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeZone: 'UTC' });

/** A day, `YYYY-MM-DD`, as people write it: «21 ноября 2026 г.». */
export const dayInWords = (day: string): string => LONG.format(new Date(day));
