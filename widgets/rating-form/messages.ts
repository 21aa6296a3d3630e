import { draftRu } from '../forms/draft-messages.ts';
import type { CommonNotice, FormMessages, NoticeText } from '../forms/form-messages.ts';
import { ratingIsKept, ru as firstRu, type Messages as FirstMessages } from './first-messages.ts';

/** All texts of the rating form. */
export interface Messages extends FirstMessages, FormMessages {
  /** The button to the status tracker. */
  follow: string;
  notices: Record<CommonNotice | 'wrongPair' | 'noResult', NoticeText>;
  sent: string;
  sentHint: string;
  /** Heading of the thanks, where the application has a rating already. */
  alreadyRated: string;
  alreadyRatedHint: string;
  /** Heading of the thanks for a change. */
  changed: string;
  /** Until when it can be changed, from an instant. */
  changeableUntil: (at: string, timeZone: string) => string;
  /** The button that opens the rating again. */
  change: string;
  another: string;
  /** Text of a mistake in a field, by the code of the contract. */
  mistake: (field: string, code: string) => string;
}

/** Russian texts. */
export const ru: Messages = {
  ...firstRu,
  draft: draftRu,
  summary: 'Проверьте ответы',
  follow: 'Что с заявлением?',
  notices: {
    restored: 'Мы сохранили то, что вы отметили раньше. Можно продолжать.',
    refused: 'Портал не принял оценку: исправьте отмеченное и отправьте ещё раз.',
    wrongPair:
      'Заявления с таким номером и кодом нет. Сверьте обе строки с подтверждением: его показали, когда приняли заявление.',
    noResult: (_, isSaved) =>
      `Результата ещё нет. Оценить услугу можно, когда он будет готов.${ratingIsKept(isSaved)}`,
    unclear: (phone) =>
      `Портал не ответил. Может быть, оценка уже дошла: отправьте ещё раз, второй она не станет. Помогут и по телефону ${phone}.`,
    ...firstRu.notices,
    tooMany: (phone) =>
      `Слишком много попыток подряд. Подождите минуту и попробуйте ещё раз. Забыли код — позвоните: ${phone}.`,
    fault: (phone, isSaved) =>
      `На портале ошибка, оценка пока не принята.${ratingIsKept(isSaved)} Попробуйте через несколько минут или позвоните: ${phone}.`,
  },
  sent: 'Спасибо! Оценка принята',
  sentHint: 'По оценкам видно, что в услуге исправить в первую очередь.',
  alreadyRated: 'Спасибо! Вы уже оценили эту услугу',
  alreadyRatedHint: 'По каждому заявлению оценка одна. Вашу мы уже учли.',
  changed: 'Оценка изменена',
  changeableUntil: (at, timeZone) =>
    `Изменить её можно до ${new Date(at).toLocaleString('ru', { dateStyle: 'long', timeStyle: 'short', timeZone })}.`,
  change: 'Изменить оценку',
  another: 'Оценить другую услугу',
  mistake: (field, code) => MISTAKES[field]?.[code] ?? 'Проверьте ответ.',
};

/** Texts of mistakes, by field and code. */
const MISTAKES: Partial<Record<string, Partial<Record<string, string>>>> = {
  number: {
    required: 'Введите номер заявления.',
    number: 'В номере 12 цифр.',
  },
  code: {
    required: 'Введите код: десять знаков.',
    code: 'В коде десять знаков или восемь цифр.',
  },
  marks: { required: 'Поставьте хотя бы одну оценку.' },
  comment: { tooLong: 'Слишком длинно. Сократите до 2000 знаков.' },
};
