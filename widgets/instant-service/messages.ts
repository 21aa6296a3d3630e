// Longer than other modules: words only, which belong together.
import type { InstantKind } from '../contract/instant/schemas.ts';
import { draftRu } from '../forms/draft-messages.ts';
import type { CommonNotice, FormMessages, NoticeText } from '../forms/form-messages.ts';
import { answersAreKept, ru as firstRu, type Messages as FirstMessages } from './first-messages.ts';

/** Notices that only this form has. */
type OwnNotice = 'needsSignIn' | 'notSignedIn' | 'notConfirmed' | 'unreadable';

/** All texts of an instant service. */
export interface Messages extends FirstMessages, FormMessages {
  notices: Record<CommonNotice | OwnNotice, NoticeText>;
  signIn: string;
  /** The button that sends the file after all. */
  sendFile: string;
  /** Text of a mistake in a field, by the code of the contract. */
  mistake: (field: string, code: string) => string;
  /** Heading while the answer is prepared. */
  preparing: string;
  preparingHint: string;
  /** Heading of an answer. */
  answer: Record<InstantKind, string>;
  /** Who has answered, and when: «ГИС ГМП, 29 ноября 2026 г., 12:00». */
  source: (source: string | undefined, at: string, timeZone: string) => string;
  /** The answer stays on the portal; to see it again, one has to sign in. */
  signedOut: string;
  /** The portal does not have the answer any more. */
  gone: string;
  /** The answer could not be fetched. */
  failed: (phone: string) => string;
  retry: string;
  /** The button that shows an answer of the portal again. */
  signInAgain: string;
  print: string;
  again: string;
  money: (kopecks: number) => string;
  total: string;
  none: Record<'fines' | 'taxDebt' | 'enforcementProceedings', string>;
  fine: {
    order: (number: string) => string;
    issuedOn: (day: string) => string;
    discount: (money: string, day: string) => string;
  };
  taxDue: (day: string) => string;
  pension: {
    points: string;
    number: (points: number) => string;
    workYears: string;
    years: (count: number) => string;
    countedOn: (day: string) => string;
  };
  proceedings: { number: (number: string) => string; startedOn: (day: string) => string };
  signature: {
    valid: string;
    invalid: string;
    signer: (name: string) => string;
    changed: string;
    none: string;
  };
  pay: string;
  hideQr: string;
  qr: string;
  qrHint: string;
  uin: (uin: string) => string;
}

const money = new Intl.NumberFormat('ru', { style: 'currency', currency: 'RUB' });
const longDay = new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeZone: 'UTC' });
const dayInWords = (day: string) => longDay.format(new Date(`${day}T00:00:00Z`));
const decimal = new Intl.NumberFormat('ru');
const plural = new Intl.PluralRules('ru');
const YEARS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'год', few: 'года', many: 'лет' };

/** Russian texts. */
export const ru: Messages = {
  ...firstRu,
  draft: draftRu,
  summary: 'Проверьте ответы',
  notices: {
    restored: 'Мы сохранили то, что вы ввели раньше. Можно продолжать.',
    refused: 'Исправьте отмеченное и спросите ещё раз.',
    needsSignIn: (_, isSaved) =>
      `Чтобы ответ не увидел чужой, портал просит войти.${answersAreKept(isSaved)} После входа ответ придёт сам.`,
    notSignedIn: (_, isSaved) =>
      `Войти не получилось.${answersAreKept(isSaved)} Разрешите сайту всплывающие окна; его адрес должен начинаться с https.`,
    notConfirmed:
      'Об этом портал отвечает только тому, чья учётная запись подтверждена. Подтвердить её можно в МФЦ или через банк: это бесплатно.',
    unreadable:
      'На этом устройстве такую подпись не проверить. Её проверит портал, но для этого ему нужен сам файл.',
    unclear: (phone) => `Портал не ответил. Спросите ещё раз. Помогут и по телефону ${phone}.`,
    ...firstRu.notices,
    tooMany: (phone) =>
      `Слишком много запросов подряд. Подождите минуту и спросите ещё раз. Помогут и по телефону ${phone}.`,
    fault: (phone, isSaved) =>
      `На портале ошибка, ответа пока нет.${answersAreKept(isSaved)} Попробуйте через несколько минут или позвоните: ${phone}.`,
  },
  signIn: 'Войти и узнать',
  sendFile: 'Отправить файл на портал',
  mistake: (field, code) => MISTAKES[field]?.[code] ?? 'Проверьте ответ.',
  preparing: 'Ответ готовится',
  preparingHint: 'Обычно это меньше минуты. Он появится здесь сам. Страницу можно закрыть и вернуться позже.',
  answer: {
    fines: 'Ваши штрафы',
    taxDebt: 'Ваши долги по налогам',
    pensionAccount: 'Ваш пенсионный счёт',
    enforcementProceedings: 'Ваши долги у приставов',
    signatureCheck: 'Результат проверки',
  },
  source: (source, at, timeZone) =>
    [source, new Date(at).toLocaleString('ru', { dateStyle: 'long', timeStyle: 'short', timeZone })]
      .filter(Boolean)
      .join(', '),
  signedOut: 'Ответ хранится на портале. Войдите, чтобы увидеть его.',
  gone: 'Этого ответа на портале больше нет. Спросите ещё раз.',
  failed: (phone) => `Портал не отвечает. Попробуйте чуть позже. Помогут и по телефону ${phone}.`,
  retry: 'Попробовать ещё раз',
  signInAgain: 'Войти',
  print: 'Распечатать',
  again: 'Спросить ещё раз',
  money: (kopecks) => money.format(kopecks / 100),
  total: 'Всего',
  none: {
    fines: 'Неоплаченных штрафов нет',
    taxDebt: 'Долгов по налогам нет',
    enforcementProceedings: 'Долгов у приставов нет',
  },
  fine: {
    order: (number) => `Постановление ${number}`,
    issuedOn: (day) => `от ${dayInWords(day)}`,
    discount: (sum, day) => `${sum}, если заплатить до ${dayInWords(day)} включительно`,
  },
  taxDue: (day) => `нужно было заплатить до ${dayInWords(day)}`,
  pension: {
    points: 'Пенсионные баллы',
    number: (points) => decimal.format(points),
    workYears: 'Стаж',
    years: (count) => `${count} ${YEARS[plural.select(count)] ?? 'лет'}`,
    countedOn: (day) => `Посчитано на ${dayInWords(day)}`,
  },
  proceedings: {
    number: (number) => `Производство ${number}`,
    startedOn: (day) => `начато ${dayInWords(day)}`,
  },
  signature: {
    valid: 'Подпись верна',
    invalid: 'Подпись не верна',
    signer: (name) => `Подписал: ${name}`,
    changed: 'Файл изменили после того, как подписали, или это подпись другого файла.',
    none: 'В этом файле нет подписи.',
  },
  pay: 'Уплатить',
  hideQr: 'Скрыть QR-код',
  qr: 'QR-код для оплаты',
  qrHint: 'Наведите камеру в приложении банка. Если вы с телефона, введите в нём УИН.',
  uin: (uin) => `УИН ${uin}`,
};

/** Texts of mistakes, by field and code. */
const MISTAKES: Partial<Record<string, Partial<Record<string, string>>>> = {
  plate: {
    required: 'Введите номер машины.',
    plate: 'В номере машины буква, три цифры, две буквы и регион.',
  },
  licence: { licence: 'В номере удостоверения десять цифр.' },
  inn: {
    required: 'Введите ИНН: двенадцать цифр.',
    inn: 'В ИНН двенадцать цифр, и последние две не подходят к остальным. Сверьте его со свидетельством.',
  },
  file: {
    required: 'Выберите файл, который нужно проверить.',
    fileRefused: 'Такой файл портал не принимает: подойдёт PDF, JPEG или PNG до 20 МБ.',
  },
  signature: {
    elsewhere: 'Внутри такого файла подпись не найти. Приложите файл подписи: его имя кончается на .sig.',
    tooLong: 'Файл подписи слишком большой. Проверьте, тот ли это файл.',
  },
};
