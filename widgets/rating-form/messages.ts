import type { Criterion } from '../contract/ratings/criteria.ts';
import type { CaseFieldMessages } from '../fields/case-fields.ts';
import type { CommonNotice, FormMessages, NoticeText } from '../forms/form-messages.ts';

/** All texts of the rating form. */
export interface Messages extends FormMessages, Omit<CaseFieldMessages, 'numberHint'> {
  /** Hint below the number; `example` is a case number of the region. */
  numberHint: (example: string) => string;
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
  /** The button that removes all marks. */
  clear: string;
  /** The button to the status tracker. */
  follow: string;
  notices: Record<CommonNotice | 'wrongPair' | 'noResult', NoticeText>;
  sent: string;
  sentHint: string;
  /** Heading of the thanks, where the application has a rating already. */
  alreadyRated: string;
  alreadyRatedHint: string;
  another: string;
  /** Text of a mistake in a field, by the code of the contract. `example` is a case number of the region. */
  mistake: (field: string, code: string, example: string) => string;
}

/** Left out where the browser refuses to save the draft. */
const answersKept = (isSaved: boolean) => (isSaved ? ' Всё, что вы отметили, сохранено.' : '');

/** Russian texts. */
export const ru: Messages = {
  title: 'Как всё прошло?',
  lead: 'Семь вопросов, любой можно пропустить. Оценка поможет исправить то, что неудобно.',
  number: 'Номер заявления',
  numberHint: (example) => `Например, ${example}`,
  code: 'Код',
  codeHint: 'Восемь цифр, например 1234-5678',
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
  send: 'Отправить оценку',
  sending: 'Отправляем…',
  saved: 'сохранено на этом устройстве',
  notSaved: 'Браузер не даёт сохранить черновик. Не закрывайте страницу, пока не отправите оценку.',
  clear: 'Убрать все оценки',
  summary: 'Проверьте ответы',
  follow: 'Что с заявлением?',
  notices: {
    restored: 'Мы сохранили то, что вы отметили раньше. Можно продолжать.',
    refused: 'Портал не принял оценку: исправьте отмеченное и отправьте ещё раз.',
    wrongPair:
      'Заявления с таким номером и кодом нет. Сверьте обе строки с подтверждением: его показали, когда приняли заявление.',
    noResult: (_, isSaved) =>
      `Результата ещё нет. Оценить услугу можно, когда он будет готов.${answersKept(isSaved)}`,
    offline: (phone, isSaved) =>
      `Портал не отвечает, оценка пока не отправлена.${answersKept(isSaved)} Попробуйте чуть позже. Помогут и по телефону ${phone}.`,
    tooMany: (phone) =>
      `Слишком много попыток подряд. Подождите минуту и попробуйте ещё раз. Забыли код — позвоните: ${phone}.`,
    fault: (phone, isSaved) =>
      `На портале ошибка, оценка пока не принята.${answersKept(isSaved)} Попробуйте через несколько минут или позвоните: ${phone}.`,
  },
  sent: 'Спасибо! Оценка принята',
  sentHint: 'По оценкам видно, что в услуге исправить в первую очередь.',
  alreadyRated: 'Спасибо! Вы уже оценили эту услугу',
  alreadyRatedHint: 'По каждому заявлению оценка одна. Вашу мы уже учли.',
  another: 'Оценить другую услугу',
  mistake: (field, code, example) => mistakes(example)[field]?.[code] ?? 'Проверьте ответ',
};

/** Texts of mistakes, by field and code. */
const mistakes = (example: string): Partial<Record<string, Partial<Record<string, string>>>> => ({
  number: {
    required: `Введите номер заявления, например ${example}`,
    number: `В номере 12 цифр, например ${example}`,
  },
  code: {
    required: 'Введите код: восемь цифр, например 1234-5678',
    code: 'В коде восемь цифр, например 1234-5678',
  },
  marks: { required: 'Поставьте хотя бы одну оценку' },
  comment: { tooLong: 'Слишком длинно. Сократите до 2000 знаков' },
});
