// Longer than other modules: words only, which belong together.
import { complaintPeriod, type Ground } from '../contract/complaints/grounds.ts';
import type { ComplaintCreated } from '../contract/complaints/schemas.ts';
import { CONTACT_MISTAKES } from '../fields/contact-mistakes.ts';
import { draftRu } from '../forms/draft-messages.ts';
import { savingRu } from '../forms/receipt-messages.ts';
import type { CommonNotice, FormMessages, ReceiptMessages, NoticeText } from '../forms/form-messages.ts';
import { registeredOnRu } from '../forms/registration-messages.ts';
import { complaintIsKept, ru as firstRu, type Messages as FirstMessages } from './first-messages.ts';

type ComplaintPeriod = ComplaintCreated['period'];

/** All texts of the complaint form. */
export interface Messages extends FirstMessages, FormMessages, ReceiptMessages {
  /** How long the answer takes, said as soon as a ground is chosen. */
  answerWithin: (ground: Ground) => string;
  notices: Record<CommonNotice | 'unfinished', NoticeText>;
  /** The last day of the answer, from `YYYY-MM-DD`. */
  answerBy: (day: string) => string;
  period: (period: ComplaintPeriod) => string;
  /** Heading of the list `then`: what the citizen can do after the answer. */
  whatThen: string;
  then: readonly string[];
  /** Text of a mistake in a field, by the code of the contract. */
  mistake: (field: string, code: string) => string;
}

const longDate = new Intl.DateTimeFormat('ru', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});
const plural = new Intl.PluralRules('ru');
/** «15 рабочих дней», in the genitive case: it stands after «в течение», and by itself after «Срок —». */
const period = ({ value, unit }: ComplaintPeriod) => {
  const isOne = plural.select(value) === 'one';
  const days = isOne ? 'дня' : 'дней';
  return unit === 'calendarDay' ? `${value} ${days}` : `${value} ${isOne ? 'рабочего' : 'рабочих'} ${days}`;
};

/** Russian texts. */
export const ru: Messages = {
  ...firstRu,
  answerWithin: (ground) => `Ответят в течение ${period(complaintPeriod(ground))} после регистрации жалобы.`,
  draft: draftRu,
  summary: 'Проверьте ответы',
  notices: {
    restored: 'Мы сохранили то, что вы написали раньше. Можно продолжать.',
    unfinished:
      'В прошлый раз ответ портала не дошёл. Проверьте и отправьте жалобу ещё раз: второй она не станет.',
    refused: 'Портал не принял жалобу: исправьте отмеченное и отправьте ещё раз. Остальное менять не нужно.',
    unclear: (phone) =>
      `Портал не ответил. Может быть, жалоба уже дошла: отправьте ещё раз, второй она не станет. Помогут и по телефону ${phone}.`,
    ...firstRu.notices,
    tooMany: (phone) =>
      `Слишком много попыток подряд. Подождите минуту и отправьте ещё раз. Помогут и по телефону ${phone}.`,
    fault: (phone, isSaved) =>
      `На портале ошибка, жалоба пока не принята.${complaintIsKept(isSaved)} Попробуйте через несколько минут или позвоните: ${phone}.`,
  },
  registeredOn: registeredOnRu,
  sent: 'Жалоба принята',
  earlier: 'Портал принял жалобу с первой попытки. Изменения, которые вы сделали после неё, в неё не вошли.',
  number: 'Номер жалобы',
  code: 'Код',
  answerBy: (day) => `Ответят не позднее: ${longDate.format(new Date(`${day}T00:00:00Z`))}`,
  period: (value) => `Срок — ${period(value)}; день регистрации не считается.`,
  keep: 'Запишите номер и код или распечатайте страницу: по ним можно узнать, где жалоба.',
  whatThen: 'Что дальше',
  then: [
    'Орган рассмотрит жалобу и напишет вам, что решил и почему.',
    'Если вы правы, ошибку исправят: примут документы, выдадут результат, вернут лишние деньги.',
    'Не согласны с ответом или он не пришёл — передайте жалобу в контролирующий орган. Можно обратиться и в прокуратуру или в суд.',
  ],
  saving: savingRu,
  print: 'Распечатать',
  another: 'Написать ещё одну',
  mistake: (field, code) => MISTAKES[field]?.[code] ?? 'Проверьте ответ.',
};

/** Texts of mistakes, by field and code. */
const MISTAKES: Partial<Record<string, Partial<Record<string, string>>>> = {
  ground: { required: 'Выберите, что случилось.' },
  agency: {
    required: 'Выберите, на кого жалуетесь.',
    unknown: 'Такого органа уже нет в списке. Выберите другой.',
  },
  application: { number: 'В номере заявления 12 цифр.' },
  text: {
    required: 'Расскажите, что произошло: хватит двух-трёх предложений.',
    tooLong: 'Слишком длинно. Сократите до 4000 знаков.',
  },
  name: { required: 'Напишите, как вас зовут.', tooLong: 'Слишком длинно. Сократите до 200 знаков.' },
  email: {
    contact: 'Оставьте почту или телефон: иначе ответ до вас не дойдёт.',
    ...CONTACT_MISTAKES,
    tooLong: 'Адрес почты слишком длинный. Проверьте его.',
  },
  phone: CONTACT_MISTAKES,
  consent: {
    required: 'Отметьте согласие: без него орган не вправе рассмотреть жалобу.',
    unknown:
      'Портал не знает этого текста согласия: его обновили. Обновите страницу и отметьте новый. Всё, что вы написали, сохранится.',
  },
};
