import type { State } from '../../widgets/contract/applications/schemas.ts';

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

/** What stands in the history when an official has told the reason in her own words. */
export const REASON_IN_LETTER =
  'Почему отказали и что исправить, мы написали в личный кабинет. Подавали без входа — позвоните. Потом отправьте заявление ещё раз.';
/** What stands in the history when the applicant has answered a question. */
export const ANSWERED_NOTE = 'Вы ответили. Срок идёт дальше.';
/** When the applicant has not answered in time. */
export const UNANSWERED = {
  text: 'Мы спросили вас и не дождались ответа, поэтому отказали. Исправьте заявление и отправьте его ещё раз.',
  note: 'Мы не дождались ответа на вопрос. Исправьте заявление и отправьте его ещё раз.',
};
