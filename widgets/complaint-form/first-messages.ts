import type { Ground } from '../contract/complaints/grounds.ts';
import type { ConsentMessages, FirstFormMessages } from '../forms/form-messages.ts';

/** Texts of the complaint form that are there at its first paint. */
export interface Messages extends FirstFormMessages, ConsentMessages {
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
  /** Each ground of the law in plain words, with an example from life, in the order of the page. */
  grounds: Record<Ground, { title: string; example: string }>;
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
}

/** Left out where the browser refuses to save the draft. */
export const complaintIsKept = (isSaved: boolean) => (isSaved ? ' Всё, что вы написали, сохранено.' : '');

/** Russian texts. */
export const ru: Messages = {
  loading: 'Загружаем список…',
  noAgencies: 'Список органов не загрузился. Остальное можно заполнять.',
  retry: 'Попробовать ещё раз',
  title: 'Пожаловаться на то, как оказали услугу',
  lead: 'Это бесплатно. Жалобу рассмотрят и ответят вам письменно.',
  notHere:
    'Яма на дороге, мусор, холодные батареи — это не сюда. О них пишут в «Обратную связь» на Госуслугах.',
  saved: 'сохранено',
  ground: 'Что случилось?',
  /*
   * 210-ФЗ, art. 11.1, points 1–10, in plain words; wording checked against regulations that repeat it:
   * https://docs.cntd.ru/document/561408510 and https://docs.cntd.ru/document/550193737
   */
  grounds: {
    lateRegistration: {
      title: 'Заявление долго не регистрируют',
      example: 'Отправили, а номера нет и через неделю',
    },
    overdue: {
      title: 'Ответа нет, а срок прошёл',
      example: 'Обещали за 10 рабочих дней, идёт двадцатый',
    },
    extraDocuments: {
      title: 'Просят лишнее',
      example: 'Справку, которой нет в списке документов',
    },
    refusedDocuments: {
      title: 'Не приняли документы',
      example: 'Всё по списку, но в окне заявление не взяли',
    },
    refusedService: {
      title: 'Отказали, а причины для этого нет',
      example: 'Такой причины нет в списке причин для отказа',
    },
    extraFee: { title: 'Взяли или просят лишние деньги', example: 'Услуга бесплатная, а выставили счёт' },
    uncorrectedErrors: {
      title: 'Не исправляют ошибку в документе',
      example: 'В фамилии опечатка, а переделать отказались',
    },
    lateIssue: {
      title: 'Не выдают готовый результат',
      example: 'Решение есть, а бумагу не отдают',
    },
    unlawfulSuspension: {
      title: 'Приостановили, а причины для этого нет',
      example: 'Такой причины нет в списке причин для приостановки',
    },
    newDocuments: {
      title: 'Второй раз нашли новые недостатки',
      example: 'Всё исправили, а теперь просят другое',
    },
  },
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
  consentDetails: 'Кто и как обрабатывает данные (в новом окне)',
  send: 'Отправить жалобу',
  sending: 'Отправляем…',
  notices: {
    offline: (phone, isSaved) =>
      `Портал не отвечает, жалоба пока не отправлена.${complaintIsKept(isSaved)} Попробуйте ещё раз чуть позже: второй жалобы не появится. Помогут и по телефону ${phone}.`,
  },
};
