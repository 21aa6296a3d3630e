import type { State } from '../widgets/contract/applications/schemas.ts';
import type { Ground } from '../widgets/contract/complaints/grounds.ts';

/** Where a case stands, as people say it. */
export const STATE_WORDS: Record<State, string> = {
  registered: 'Зарегистрировано',
  checked: 'Документы проверены',
  requested: 'Сведения запрошены',
  asked: 'Ждём ответа заявителя',
  decided: 'Решение принято',
  ready: 'Результат готов',
  refused: 'Отказано',
  withdrawn: 'Отозвано',
};

/** What it means for the applicant that a case has come to a state. Who has number and code reads it too. */
export const NOTES: Record<State, string> = {
  registered: 'Заявление у специалиста.',
  checked: 'Документы в порядке.',
  requested: 'Запросили сведения, которые у государства уже есть. Вам ничего делать не нужно.',
  asked:
    'Специалист задал вам вопрос. Он в личном кабинете. Пока вы не ответите, срок не идёт. Подавали без входа — позвоните.',
  decided: 'Готовим результат.',
  ready: 'Результат лежит в личном кабинете. Нужна бумага с печатью — её распечатают в МФЦ.',
  refused: 'Копия документа не читается. Сделайте снимок чётче и отправьте заявление ещё раз.',
  withdrawn: 'Вы отозвали заявление. Подать новое можно в любой день.',
};

/** What the body writes to the applicant when a case comes to a state. A question and a refusal usually have words of their own. */
export const LETTERS: Partial<Record<State, string>> = {
  checked: 'Мы проверили заявление и документы. Всё на месте, ничего приносить не нужно.',
  requested: 'Мы запросили сведения у других органов. Вам ничего делать не нужно.',
  asked: 'На снимке документа не видно печати. Пришлите, пожалуйста, снимок чётче.',
  ready: 'Результат готов: его можно скачать в деле. Нужна бумага с печатью — её распечатают в МФЦ.',
  refused:
    'Копия документа не читается, поэтому мы отказали. Сделайте снимок чётче, исправьте заявление и отправьте его ещё раз: ' +
    'остальное заполнять заново не нужно.',
};

/** What stands in the history when an official has told the reason in his own words, or the applicant goes on. */
export const REASON_IN_LETTER =
  'Почему отказали и что исправить, мы написали в личный кабинет. Подавали без входа — позвоните. Потом отправьте заявление ещё раз.';
export const ANSWERED_NOTE = 'Вы ответили. Срок идёт дальше.';
/** When the applicant has not answered in time. */
export const SILENCE = {
  text: 'Мы спросили вас и не дождались ответа, поэтому отказали. Исправьте заявление и отправьте его ещё раз.',
  note: 'Мы не дождались ответа на вопрос. Исправьте заявление и отправьте его ещё раз.',
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
