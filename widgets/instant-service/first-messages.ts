import type { InstantKind } from '../contract/instant/schemas.ts';
import type { FirstFormMessages } from '../forms/form-messages.ts';

/** The questions of all instant services, by their names in the form. */
export type QuestionName = 'plate' | 'licence' | 'inn' | 'file' | 'signature';

/** Texts of an instant service that are there at its first paint. */
export interface Messages extends FirstFormMessages {
  /** What each service tells, and what it needs for that. */
  kinds: Record<InstantKind, { title: string; lead: string }>;
  /** Label and hint of each question. */
  questions: Record<QuestionName, { label: string; hint: string }>;
  optional: string;
  /** Buttons of a field for one file. */
  chooseFile: string;
  otherFile: string;
  removeFile: (name: string) => string;
  /** The page names a service that is not answered at once. */
  unknown: (phone: string) => string;
}

/** Left out where the browser refuses to save the draft. */
export const answersAreKept = (isSaved: boolean) => (isSaved ? ' Всё, что вы ввели, сохранено.' : '');

/** Russian texts. */
export const ru: Messages = {
  kinds: {
    fines: {
      title: 'Штрафы за нарушения на дороге',
      lead: 'Назовите машину. Найдём и штрафы на ваше имя, если впишете права.',
    },
    taxDebt: { title: 'Долги по налогам', lead: 'Нужен только ваш ИНН.' },
    pensionAccount: {
      title: 'Пенсионный счёт',
      lead: 'Вводить ничего не нужно: портал узнает вас по входу.',
    },
    enforcementProceedings: {
      title: 'Долги у приставов',
      lead: 'Вводить ничего не нужно: портал узнает вас по входу.',
    },
    signatureCheck: {
      title: 'Проверка электронной подписи',
      lead: 'Файл сверим с подписью здесь. На портал уйдёт только подпись; если нужен сам файл, сначала спросим.',
    },
  },
  questions: {
    plate: { label: 'Номер машины', hint: 'Например, А123ВС22' },
    licence: { label: 'Водительское удостоверение', hint: 'Серия и номер, десять цифр' },
    inn: { label: 'ИНН', hint: 'Двенадцать цифр' },
    file: { label: 'Документ', hint: 'PDF с подписью внутри или любой файл, к которому есть файл подписи' },
    signature: { label: 'Файл подписи', hint: 'Если он отдельный: .sig, .sgn или .p7s' },
  },
  optional: 'необязательно',
  chooseFile: 'Выбрать файл',
  otherFile: 'Выбрать другой файл',
  removeFile: (name) => `Убрать ${name}`,
  send: 'Узнать',
  sending: 'Спрашиваем…',
  saved: 'сохранено',
  unknown: (phone) => `Такого ответа здесь нет. Помогут по телефону ${phone}.`,
  notices: {
    offline: (phone, isSaved) =>
      `Портал не отвечает.${answersAreKept(isSaved)} Попробуйте чуть позже. Помогут и по телефону ${phone}.`,
  },
};
