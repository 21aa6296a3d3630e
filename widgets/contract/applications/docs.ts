import type { Shape } from '../openapi/operation.ts';
import { isFinalState, STATE_WORDS } from './moves.ts';
import {
  STATES,
  ApplicationCreatedSchema,
  ApplicationInputSchema,
  ApplicationStatusSchema,
  CorrectionInputSchema,
  WithdrawalInputSchema,
  ApplicationHistorySchema,
  ApplicationListSchema,
  ApplicationSchema,
  ApplicationSummarySchema,
} from './schemas.ts';

// Longer than other modules: only texts and examples of one resource, which belong together.

const EXAMPLE_NUMBER = '{regionCode}-2026-000001';
const SUBMITTED_AT = '2026-11-21T05:00:00.000Z';
const REGISTERED_ON =
  'День регистрации: от него считают срок. Есть, если подали в выходной: тогда это первый рабочий день после него.';
const EXAMPLE_SERVICE = {
  slug: 'detskiy-sad',
  title: 'Постановка на учёт и зачисление в детский сад',
  short: 'Детский сад',
};
const EXAMPLE_ANSWERS = { childLastName: 'Примеров', childBirthDate: '2024-05-06' };
const CREATED_EXAMPLE = {
  number: EXAMPLE_NUMBER,
  code: 'ACEK37MPTY',
  submittedAt: SUBMITTED_AT,
  dueOn: '2026-12-04',
};
const SUMMARY_EXAMPLE = {
  number: EXAMPLE_NUMBER,
  service: EXAMPLE_SERVICE,
  agency: { slug: 'komitet-po-obrazovaniyu', title: 'Комитет по образованию', phone: '+7 3852 00-00-00' },
  state: 'checked',
  submittedAt: SUBMITTED_AT,
  dueOn: '2026-12-04',
  daysLeft: { value: 9, unit: 'workingDay' },
  overdue: false,
  rated: false,
  titles: { checked: 'Документы проверены' },
  holder: { role: 'specialist', title: 'Комитет по образованию' },
  need: { kind: 'pay', by: '2026-12-04' },
  unread: 1,
  invoices: 1,
};
const STATUS_EXAMPLE = {
  ...SUMMARY_EXAMPLE,
  titles: {
    registered: 'Зарегистрировано',
    checked: 'Документы проверены',
    requested: 'Сведения запрошены',
    decided: 'Решение принято',
    ready: 'Результат готов',
  },
  history: [
    { state: 'registered', at: SUBMITTED_AT, note: 'Заявление у специалиста.' },
    { state: 'checked', at: '2026-11-23T04:20:00.000Z', note: 'Документы в порядке.' },
  ],
  next: [{ state: 'requested' }, { state: 'decided', by: '2026-12-04' }, { state: 'ready' }],
};

// Each `…_FIELDS`: path of a field → its description. `INPUT` is what is sent, `SUMMARY` what a list shows of an application, `PROGRESS`
// what else its status shows, `APPLICANT` what only the applicant gets.

const INPUT_FIELDS = {
  formVersion: 'Версия формы, по которой отвечали.',
  answers: 'Ответы: имя вопроса и ответ. Текст, адрес или список загруженных файлов.',
  consent: 'Согласие на обработку персональных данных: отдельный документ.',
  'consent.version': 'Версия документа, с которым согласились.',
};
const SUMMARY_FIELDS = {
  number: 'Номер заявления.',
  service: 'Услуга, как она называлась в день подачи.',
  'service.slug': 'Чем услуга называется в адресах.',
  'service.title': 'Полное название.',
  'service.short': 'Короткое название.',
  agency: 'Ведомство, которое отвечает.',
  state: `Где стоит дело: ${STATES.map((state) => `${state} — ${STATE_WORDS[state].title.toLowerCase()}`).join(', ')}. Из ${STATES.filter(isFinalState).join(', ')} дело не движется. Незнакомое покажите словами из titles.`,
  titles: 'Названия всех состояний, которые есть в этом ответе.',
  submittedAt: 'Когда подано.',
  dueOn: 'Последний день ответа. Пока ждут заявителя (asked) — если он ответит сегодня.',
  daysLeft:
    'Сколько осталось; отрицательно, если срок прошёл. Пока ждут заявителя, не убывает. У законченного дела нет.',
  'daysLeft.value': 'Сколько дней.',
  'daysLeft.unit': 'Каких: рабочих (workingDay) или календарных (calendarDay).',
  overdue: 'Да, если срок прошёл, а дело не закончено.',
  rated: 'Да, если услугу по этому заявлению уже оценили.',
  holder: 'У кого дело сейчас. У законченного нет.',
  'holder.role': 'Кто это: заявитель (applicant), специалист (specialist) или другой орган (otherAgency).',
  'holder.title': 'Как его назвать, в именительном падеже.',
  need: 'Что заявителю нужно сделать, самое срочное. Нет, если ничего.',
  'need.kind':
    'answer — ответить на вопрос, pay — оплатить счёт, choose-time — выбрать время приёма, come — прийти, mend — исправить и подать снова.',
  'need.by': 'Не позднее какого дня.',
  'need.at': 'Когда прийти.',
  question: 'Вопрос, на который ждут ответа.',
  'question.text': 'О чём спрашивают.',
  'question.askedAt': 'Когда спросили.',
  'question.answerDueOn': 'Последний день ответа. Без ответа в заявлении откажут.',
  unread: 'Сколько писем ведомства ещё не отметили прочитанными.',
  invoices: 'Сколько счетов ждут оплаты.',
  corrects: 'Номер заявления с отказом, вместо которого подано это.',
  correctedBy: 'Номер заявления, которое подано вместо этого.',
};
const PROGRESS_FIELDS = {
  registeredOn: REGISTERED_ON,
  history: 'Что уже было, от старого к новому. Последнее — где дело сейчас.',
  'history.state': 'К чему дело пришло.',
  'history.at': 'Когда.',
  'history.note': 'Что это значит для заявителя.',
  next: 'Что ещё будет, по порядку.',
  'next.state': 'К чему дело придёт.',
  'next.by': 'Не позднее какого дня.',
  outcome: 'Чем кончилось. Есть только у законченного дела.',
  'outcome.title': 'Одним словом.',
  'outcome.note': 'Что делать дальше; при отказе — что исправить.',
};

/** Shapes of applications, with their texts and examples for the OpenAPI document. */
export const APPLICATION_SHAPES: Record<string, Shape> = {
  ApplicationInput: {
    schema: ApplicationInputSchema,
    about: 'Заявление.',
    fields: { service: 'Услуга: чем она называется в адресах.', ...INPUT_FIELDS },
    example: {
      service: EXAMPLE_SERVICE.slug,
      formVersion: '1',
      answers: EXAMPLE_ANSWERS,
      consent: { version: '2026-11-21' },
    },
  },
  ApplicationCreated: {
    schema: ApplicationCreatedSchema,
    about: 'Заявление принято.',
    fields: {
      number: 'Номер заявления.',
      code: 'Код, который открывает дело без входа. Приходит один раз.',
      submittedAt: 'Когда подано.',
      registeredOn: REGISTERED_ON,
      dueOn: 'Последний день ответа.',
      signed: 'Расписка с подписью портала (`Receipt`): JWS, `заголовок.содержание.подпись`.',
    },
    example: CREATED_EXAMPLE,
  },
  ApplicationStatus: {
    schema: ApplicationStatusSchema,
    about: 'Где стоит дело и что нужно сделать.',
    fields: { ...SUMMARY_FIELDS, ...PROGRESS_FIELDS },
    example: STATUS_EXAMPLE,
  },
  ApplicationSummary: {
    schema: ApplicationSummarySchema,
    about: 'Заявление в списке.',
    fields: SUMMARY_FIELDS,
    example: SUMMARY_EXAMPLE,
  },
  ApplicationList: {
    schema: ApplicationListSchema,
    about: 'Заявления гражданина.',
    fields: {
      items: 'Заявления, сначала новые.',
      next: 'Откуда продолжить. Нет, если это все заявления.',
    },
    example: { items: [SUMMARY_EXAMPLE] },
  },
  Application: {
    schema: ApplicationSchema,
    about: 'Заявление целиком.',
    fields: {
      ...SUMMARY_FIELDS,
      ...PROGRESS_FIELDS,
      formVersion: INPUT_FIELDS.formVersion,
      answers: `${INPUT_FIELDS.answers} Нет, если дело открыли одним кодом.`,
      refusal: 'Объяснение отказа. Есть, если отказал специалист.',
      'refusal.text': 'Что он написал.',
      'refusal.fields': 'Имена вопросов формы, ответы на которые нужно исправить.',
      files: 'Что прислало ведомство, от старого к новому.',
    },
    example: { ...STATUS_EXAMPLE, formVersion: '1', answers: EXAMPLE_ANSWERS, files: [] },
  },
  ApplicationHistory: {
    schema: ApplicationHistorySchema,
    about: 'Что с заявлением делали.',
    fields: {
      items: 'Действия, от старых к новым.',
      'items.at': 'Когда.',
      'items.role': 'Кто: заявитель (applicant), специалист (specialist) или другой орган (otherAgency).',
      'items.action':
        'Что сделано: stateChanged — дело пришло к новому шагу, requestSent — другому органу ушёл запрос, requestAnswered — пришёл ' +
        'ответ, messageSent — заявителю написали, invoiceIssued — выставлен счёт, fileIssued — прислан файл, prolonged — срок продлили, corrected — заявитель ' +
        'исправил заявление и подал новое.',
      'items.title': 'То же словами. Так называют действие, которого виджет ещё не знает.',
      'items.state': 'Где дело стояло; у stateChanged — куда пришло.',
      'items.note': 'Подробности, без личных данных.',
    },
    example: {
      items: [
        {
          at: SUBMITTED_AT,
          role: 'applicant',
          action: 'stateChanged',
          title: 'Зарегистрировано',
          state: 'registered',
          note: 'Заявление у специалиста.',
        },
        {
          at: '2026-11-23T05:10:00.000Z',
          role: 'specialist',
          action: 'requestSent',
          title: 'Отправлен запрос',
          state: 'requested',
          note: 'ЗАГС: запись о рождении.',
        },
      ],
    },
  },
  WithdrawalInput: {
    schema: WithdrawalInputSchema,
    about: 'Отзыв заявления.',
    fields: { reason: 'Почему, если хочется сказать.' },
    example: { reason: 'Переезжаем в другой город.' },
  },
  CorrectionInput: {
    schema: CorrectionInputSchema,
    about: 'Исправленное заявление: все ответы заново. Услуга остаётся прежней.',
    fields: INPUT_FIELDS,
    example: { formVersion: '1', answers: EXAMPLE_ANSWERS, consent: { version: '2026-11-21' } },
  },
};
