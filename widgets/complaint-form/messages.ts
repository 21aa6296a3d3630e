// Longer than other modules: words only, which belong together.
import type { ComplaintCreated } from '../contract/complaints/schemas.ts';
import type { Ground } from '../contract/complaints/grounds.ts';
import type {
  CommonNotice,
  ConsentMessages,
  FormMessages,
  ReceiptMessages,
  NoticeText,
} from '../forms/form-messages.ts';

type ComplaintPeriod = ComplaintCreated['period'];

/** All texts of the complaint form. */
export interface Messages extends FormMessages, ConsentMessages, ReceiptMessages {
  loading: string;
  /** The list of agencies could not be fetched. */
  noAgencies: string;
  retry: string;
  title: string;
  lead: string;
  /** What such a complaint is not for, and where to write instead. */
  notHere: string;
  /** Legend of the grounds. */
  ground: string;
  /** Each ground of the law in plain words, with an example from life. */
  grounds: Record<Ground, { title: string; example: string }>;
  /** How long the answer takes, said as soon as a ground is chosen. */
  answerWithin: (period: ComplaintPeriod) => string;
  agency: string;
  agencyHint: string;
  choose: string;
  /** Label of the field for the number of the application; so are the next texts labels and hints of their fields. */
  application: string;
  /** `example` is a case number of the region. */
  applicationHint: (example: string) => string;
  text: string;
  textHint: string;
  contacts: string;
  /** Says which contacts are needed. */
  contactsHint: string;
  name: string;
  nameHint: string;
  email: string;
  phone: string;
  optional: string;
  notices: Record<CommonNotice | 'unfinished', NoticeText>;
  /** The last day of the answer, from `YYYY-MM-DD`. */
  answerBy: (day: string) => string;
  period: (period: ComplaintPeriod) => string;
  /** Heading of the list `then`: what the citizen can do after the answer. */
  whatThen: string;
  then: readonly string[];
  /** Text of a mistake in a field, by the code of the contract. `example` is a case number of the region. */
  mistake: (field: string, code: string, example: string) => string;
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

/** Left out where the browser refuses to save the draft. */
const answersKept = (isSaved: boolean) => (isSaved ? ' Всё, что вы написали, сохранено.' : '');

/** Russian texts. */
export const ru: Messages = {
  loading: 'Загружаем список…',
  noAgencies: 'Список органов не загрузился. Остальное можно заполнять: всё сохраним.',
  retry: 'Попробовать ещё раз',
  title: 'Пожаловаться на то, как оказали услугу',
  lead: 'Это бесплатно. Жалобу рассмотрят и ответят вам письменно.',
  notHere:
    'Яма на дороге, мусор, холодные батареи — это не сюда. О них пишут в «Обратную связь» на Госуслугах.',
  notSaved: 'Браузер не даёт сохранить черновик. Не закрывайте страницу, пока не отправите жалобу.',
  saved: 'сохранено на этом устройстве',
  ground: 'Что случилось?',
  /*
   * 210-ФЗ, art. 11.1, points 1–10, in plain words; wording checked against regulations that repeat it:
   * https://docs.cntd.ru/document/561408510 and https://docs.cntd.ru/document/550193737
   */
  grounds: {
    lateRegistration: {
      title: 'Заявление долго не регистрируют',
      example: 'Отправили в понедельник, а номера нет и через неделю',
    },
    overdue: {
      title: 'Ответа нет, а срок прошёл',
      example: 'Обещали решить за 10 рабочих дней, идёт двадцатый',
    },
    extraDocuments: {
      title: 'Просят лишнее',
      example: 'Справку, которой нет в списке документов, или ещё один визит',
    },
    refusedDocuments: {
      title: 'Не приняли документы',
      example: 'Всё по списку, но в окне заявление не взяли',
    },
    refusedService: {
      title: 'Отказали, а причины для этого нет',
      example: 'Такой причины нет в списке причин для отказа',
    },
    extraFee: { title: 'Взяли или просят лишние деньги', example: 'Услуга бесплатная, а вам выставили счёт' },
    uncorrectedErrors: {
      title: 'Не исправляют ошибку в документе',
      example: 'В фамилии опечатка, а переделать отказались или тянут',
    },
    lateIssue: {
      title: 'Не выдают готовый результат',
      example: 'Решение есть, а бумагу не отдают или отдают не там, где обещали',
    },
    unlawfulSuspension: {
      title: 'Приостановили, а причины для этого нет',
      example: 'Сообщили, что рассмотрение остановлено, но такой причины в правилах нет',
    },
    newDocuments: {
      title: 'Второй раз нашли новые недостатки',
      example: 'Исправили всё, что назвали в первом отказе, а теперь просят другое',
    },
  },
  answerWithin: (value) => `Ответят в течение ${period(value)} после регистрации жалобы.`,
  agency: 'На кого жалуетесь',
  agencyHint: 'Орган, который оказывал услугу, или МФЦ',
  choose: 'Выберите',
  application: 'Номер заявления',
  applicationHint: (example) => `Если он есть. Например, ${example}`,
  text: 'Расскажите, что произошло',
  textHint: 'Когда, где и что вам ответили. Чего вы хотите',
  contacts: 'Куда ответить',
  contactsHint: 'Нужны имя и хотя бы что-то одно: почта или телефон.',
  name: 'Как вас зовут',
  nameHint: 'Фамилия, имя и отчество, если оно есть',
  email: 'Электронная почта',
  phone: 'Телефон',
  optional: 'необязательно',
  consentTitle: 'Согласие',
  consent: 'Даю согласие на обработку персональных данных, чтобы мне ответили на жалобу',
  consentDetails: 'Кто и как обрабатывает данные',
  send: 'Отправить жалобу',
  sending: 'Отправляем…',
  summary: 'Проверьте ответы',
  notices: {
    restored: 'Мы сохранили то, что вы написали раньше. Можно продолжать.',
    unfinished:
      'В прошлый раз ответ портала не дошёл. Проверьте и отправьте жалобу ещё раз: второй она не станет.',
    refused: 'Портал не принял жалобу: исправьте отмеченное и отправьте ещё раз. Остальное менять не нужно.',
    offline: (phone, isSaved) =>
      `Портал не отвечает, жалоба пока не отправлена.${answersKept(isSaved)} Попробуйте ещё раз чуть позже: второй жалобы не появится. Помогут и по телефону ${phone}.`,
    tooMany: (phone) =>
      `Слишком много попыток подряд. Подождите минуту и отправьте ещё раз. Помогут и по телефону ${phone}.`,
    fault: (phone, isSaved) =>
      `На портале ошибка, жалоба пока не принята.${answersKept(isSaved)} Попробуйте через несколько минут или позвоните: ${phone}.`,
  },
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
  print: 'Распечатать',
  another: 'Написать ещё одну',
  mistake: (field, code, example) => mistakes(example)[field]?.[code] ?? 'Проверьте ответ',
};

/** Texts of mistakes, by field and code. */
const mistakes = (example: string): Partial<Record<string, Partial<Record<string, string>>>> => ({
  ground: { required: 'Выберите, что случилось' },
  agency: {
    required: 'Выберите, на кого жалуетесь',
    unknown: 'Такого органа уже нет в списке. Выберите другой',
  },
  application: { number: `В номере заявления 12 цифр, например ${example}` },
  text: {
    required: 'Расскажите, что произошло: хватит двух-трёх предложений',
    tooLong: 'Слишком длинно. Сократите до 4000 знаков',
  },
  name: { required: 'Напишите, как вас зовут', tooLong: 'Слишком длинно. Сократите до 200 знаков' },
  email: {
    contact: 'Оставьте почту или телефон: иначе ответ до вас не дойдёт',
    email: 'Введите адрес почты, например ivanova@example.ru',
    tooLong: 'Адрес почты слишком длинный. Проверьте его',
  },
  phone: { phone: 'Введите телефон с кодом, например 8 903 123-45-67' },
  consent: { required: 'Отметьте согласие: без него орган не вправе рассмотреть жалобу' },
});
