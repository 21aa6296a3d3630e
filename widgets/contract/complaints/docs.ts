import type { Shape } from '../openapi/operation.ts';
import {
  COMPLAINT_EXAMPLE,
  COMPLAINT_CREATED_EXAMPLE,
  ESCALATION_EXAMPLE,
  COMPLAINT_INPUT_EXAMPLE,
  COMPLAINT_STATUS_EXAMPLE,
  COMPLAINT_SUMMARY_EXAMPLE,
} from './examples.ts';
import {
  ComplaintListSchema,
  ComplaintSchema,
  ComplaintStatusSchema,
  ComplaintSummarySchema,
  EscalationInputSchema,
  EscalationSchema,
  ComplaintCreatedSchema,
  ComplaintInputSchema,
} from './schemas.ts';

const number = 'Номер жалобы.';
const registeredAt = 'Когда подана.';
const registeredOn =
  'День регистрации: от него считают срок. Есть, если подали в выходной: тогда это первый рабочий день после него.';
const dueOn = 'Последний день ответа.';

/** Path of a field of a complaint in a list → its description. */
const SUMMARY_FIELDS = {
  number,
  ground: 'На что жалоба: одно из десяти оснований 210-ФЗ, статья 11.1.',
  agency: 'На кого жалоба.',
  state:
    'Где стоит: зарегистрирована, на рассмотрении, есть ответ, у контролирующего органа, есть и его ответ.',
  registeredAt,
  dueOn: 'Последний день ответа; если жалоба у контролирующего органа, то его ответа.',
  overdue: 'Да, если этот день прошёл, а ответа нет.',
};

/** Path of a field of the status of a complaint → its description. */
const STATUS_FIELDS = {
  ...SUMMARY_FIELDS,
  registeredOn,
  history: 'Что уже было, от старого к новому.',
  'history.state': 'Куда пришла жалоба.',
  'history.at': 'Когда.',
  titles: 'Как называются все эти состояния. Так показывают то, которого виджет ещё не знает.',
  answers: 'Ответы: сначала самого ведомства, потом контролирующего органа.',
  'answers.by': 'Кто ответил: ведомство или контролирующий орган.',
  'answers.satisfied': 'Да, если жалобу признали верной.',
  'answers.at': 'Когда.',
  'answers.text': 'Что ответили.',
  holder: 'Кто её рассматривает сейчас. Нет, когда ответ есть.',
  'holder.by': 'Ведомство (agency) или контролирующий орган (controllingBody).',
  'holder.title': 'Как его назвать, в именительном падеже.',
  canEscalate: 'Да, если сейчас жалобу можно передать в контролирующий орган.',
};

/** Path of a field that the author filled in → its description. */
const AUTHOR_FIELDS = {
  text: 'Что произошло, словами гражданина.',
  name: 'Как его зовут.',
  email: 'Почта для ответа.',
  phone: 'Телефон для ответа.',
};

/** Shapes of complaints. */
export const COMPLAINT_SHAPES: Record<string, Shape> = {
  ComplaintInput: {
    schema: ComplaintInputSchema,
    about: 'Жалоба. Нужны почта или телефон: иначе ответ не дойдёт.',
    fields: {
      ground: SUMMARY_FIELDS.ground,
      agency: 'Короткое имя ведомства, на которое жалуются.',
      application: 'Номер заявления, если оно есть. Неверный номер жалобе не мешает.',
      ...AUTHOR_FIELDS,
      consent: 'Согласие на обработку персональных данных.',
      'consent.version': 'Версия согласия, которую видел гражданин.',
    },
    example: COMPLAINT_INPUT_EXAMPLE,
  },
  ComplaintCreated: {
    schema: ComplaintCreatedSchema,
    about: 'Жалоба зарегистрирована.',
    fields: {
      number,
      code: 'Код, который открывает жалобу без входа. Приходит один раз.',
      registeredAt,
      registeredOn,
      dueOn,
      period: 'Срок ответа по закону.',
      'period.value': 'Сколько дней.',
      'period.unit': 'Каких: рабочих или календарных.',
    },
    example: COMPLAINT_CREATED_EXAMPLE,
  },
  ComplaintSummary: {
    schema: ComplaintSummarySchema,
    about: 'Жалоба в списке.',
    fields: SUMMARY_FIELDS,
    example: COMPLAINT_SUMMARY_EXAMPLE,
  },
  ComplaintList: {
    schema: ComplaintListSchema,
    about: 'Жалобы гражданина.',
    fields: { items: 'Жалобы, сначала новые.', next: 'Что назвать в `after`, чтобы получить следующие.' },
    example: { items: [COMPLAINT_SUMMARY_EXAMPLE] },
  },
  ComplaintStatus: {
    schema: ComplaintStatusSchema,
    about: 'Где стоит жалоба и что на неё ответили.',
    fields: STATUS_FIELDS,
    example: COMPLAINT_STATUS_EXAMPLE,
  },
  Complaint: {
    schema: ComplaintSchema,
    about: 'Жалоба целиком.',
    fields: {
      ...STATUS_FIELDS,
      application: 'Номер заявления, каким его назвал гражданин.',
      ...AUTHOR_FIELDS,
      escalation: 'Передача в контролирующий орган, если она была.',
    },
    example: COMPLAINT_EXAMPLE,
  },
  EscalationInput: {
    schema: EscalationInputSchema,
    about: 'Просьба передать жалобу в контролирующий орган.',
    fields: { comment: 'С чем гражданин не согласен.' },
    example: { comment: 'Мне так и не объяснили, какой справки не хватает.' },
  },
  Escalation: {
    schema: EscalationSchema,
    about: 'Дело передано в контролирующий орган.',
    fields: {
      number,
      reason: 'Почему: гражданин не согласен с ответом, или ответа нет в срок.',
      escalatedAt: 'Когда передано.',
      dueOn: 'Последний день ответа контролирующего органа.',
      contents: 'Что он получил: жалобу, её историю, ответ, историю заявления.',
    },
    example: ESCALATION_EXAMPLE,
  },
};
