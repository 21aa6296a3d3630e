import type { Shape } from '../openapi/operation.ts';
import { NoticePreferencesInputSchema, NoticePreferencesSchema } from './schemas.ts';

const FIELDS = {
  email:
    'О чём писать на почту: registered — заявление принято, question — вопрос, invoice — счёт, visit — предложили прийти, refusal — отказ, ' +
    'result — результат, overdue — срок прошёл, news — остальное.',
  sms: 'О чём слать СМС: те же виды.',
  quietAtNight: 'Не слать СМС с 21:00 до 9:00 по времени региона: они подождут утра.',
};
const EXAMPLE = {
  email: ['registered', 'question', 'invoice', 'visit', 'refusal', 'result', 'overdue', 'news'],
  sms: ['question', 'result'],
  quietAtNight: true,
};

/** Shapes of notices about a case, with their texts and examples. */
export const NOTICE_SHAPES: Record<string, Shape> = {
  NoticePreferencesInput: {
    schema: NoticePreferencesInputSchema,
    about: 'О чём и как сообщать.',
    fields: FIELDS,
    example: EXAMPLE,
  },
  NoticePreferences: {
    schema: NoticePreferencesSchema,
    about: 'О чём и как сообщают.',
    fields: {
      ...FIELDS,
      sentTo: 'Куда приходит: из заявления, где видно не всё.',
      'sentTo.email': 'Почта. Нет, если её нет в заявлении.',
      'sentTo.sms': 'Телефон. Нет, если его нет в заявлении.',
    },
    example: { ...EXAMPLE, sentTo: { email: 'а•••@example.ru', sms: '+7 ••• •••-45-67' } },
  },
};
