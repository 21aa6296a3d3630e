import type { Criterion } from '../contract/ratings/criteria.ts';
import type { CaseFieldMessages } from '../fields/case-fields.ts';
import type { FirstFormMessages } from '../forms/form-messages.ts';

/** Texts of the rating form that are there at its first paint. */
export interface Messages extends FirstFormMessages, CaseFieldMessages {
  title: string;
  lead: string;
  /** Title and hint of each criterion. */
  criteria: Record<Criterion, { title: string; hint?: string }>;
  /** Position of a criterion: «2 из 7». */
  place: (index: number, of: number) => string;
  /** Meaning of the marks from 1 to 5. */
  marks: readonly [string, string, string, string, string];
  comment: string;
  commentHint: string;
  optional: string;
  /** The box that keeps the agency from learning which case it is about. */
  anonymous: string;
  /** The button that removes all marks. */
  clear: string;
}

/** Left out where the browser refuses to save the draft. */
export const ratingIsKept = (isSaved: boolean) => (isSaved ? ' Всё, что вы отметили, сохранено.' : '');

/** Russian texts. */
export const ru: Messages = {
  title: 'Как всё прошло?',
  lead: 'Семь вопросов, любой можно пропустить. Оценка поможет исправить то, что неудобно.',
  number: 'Номер заявления',
  numberHint: (example) => `Например, ${example}`,
  code: 'Код',
  codeHint: 'Десять знаков, например ACEK3-7MPTY',
  criteria: {
    time: { title: 'Срок', hint: 'За сколько вы получили результат' },
    queue: { title: 'Очередь', hint: 'Сколько ждали на приёме' },
    politeness: { title: 'Вежливость и знания специалиста' },
    premises: { title: 'Удобство помещения', hint: 'Где сесть, где написать, легко ли войти' },
    information: {
      title: 'Сведения, электронные формы и оплата',
      hint: 'Легко ли узнать порядок, заполнить форму, заплатить через интернет',
    },
    waiting: { title: 'Ожидание ответа на заявление', hint: 'Как быстро ответили и держали ли вас в курсе' },
    convenience: {
      title: 'Удобство в целом',
      hint: 'Найти услугу, записаться, подать, заплатить, получить результат',
    },
  },
  place: (index, of) => `${index} из ${of}`,
  marks: ['плохо', 'слабо', 'средне', 'хорошо', 'отлично'],
  comment: 'Что ещё сказать',
  commentHint: 'Не пишите здесь паспортные данные и телефоны',
  optional: 'необязательно',
  anonymous: 'Не говорить органу, о каком заявлении оценка',
  send: 'Отправить оценку',
  sending: 'Отправляем…',
  saved: 'сохранено',
  clear: 'Убрать все оценки',
  notices: {
    offline: (phone, isSaved) =>
      `Портал не отвечает, оценка пока не отправлена.${ratingIsKept(isSaved)} Попробуйте чуть позже. Помогут и по телефону ${phone}.`,
  },
};
