import type { Shape } from '../openapi/operation.ts';
import {
  OwnRatingSchema,
  RatingBodySchema,
  RatingChangeSchema,
  RatingCreatedSchema,
  RatingSummarySchema,
} from './schemas.ts';

const CONTENT_FIELDS = {
  marks: 'Оценки.',
  'marks.time': 'За какое время оказали услугу.',
  'marks.queue': 'Сколько пришлось ждать в очереди.',
  'marks.politeness': 'Вежлив ли был сотрудник и знал ли дело.',
  'marks.premises': 'Удобно ли в помещении.',
  'marks.information': 'Понятно ли, как получить услугу; есть ли формы и оплата через интернет.',
  'marks.waiting': 'Долго ли ждали ответа на заявление.',
  'marks.convenience': 'Удобно ли всё вместе: узнать, записаться, подать, оплатить, получить результат.',
  comment: 'Несколько слов, если хочется.',
  anonymous: 'Да, если ведомству не нужно знать, о каком заявлении оценка.',
};
const CREATED_FIELDS = {
  number: 'Номер заявления.',
  ratedAt: 'Когда оценили.',
  changeableUntil: 'До какого времени оценку можно изменить.',
};
const CREATED_EXAMPLE = {
  number: '{regionCode}-2026-000001',
  ratedAt: '2026-12-05T05:00:00.000Z',
  changeableUntil: '2026-12-06T05:00:00.000Z',
};

/** Shapes of ratings, with their texts and examples. */
export const RATING_SHAPES: Record<string, Shape> = {
  RatingInput: {
    schema: RatingBodySchema,
    about: 'Оценка услуги: от 1 до 5. Вопрос можно пропустить, но не все семь.',
    fields: {
      number: 'Номер заявления.',
      code: 'Код заявления. Не нужен тому, кто вошёл и подал его сам.',
      ...CONTENT_FIELDS,
    },
    example: { number: '{regionCode}-2026-000001', code: 'ACEK37MPTY', marks: { time: 5, politeness: 4 } },
  },
  RatingCreated: {
    schema: RatingCreatedSchema,
    about: 'Оценка принята.',
    fields: CREATED_FIELDS,
    example: CREATED_EXAMPLE,
  },
  RatingChange: {
    schema: RatingChangeSchema,
    about: 'Оценка целиком, вместо прежней.',
    fields: CONTENT_FIELDS,
    example: { marks: { time: 4, politeness: 4 } },
  },
  OwnRating: {
    schema: OwnRatingSchema,
    about: 'Оценка, как её поставили.',
    fields: { ...CREATED_FIELDS, ...CONTENT_FIELDS },
    example: { ...CREATED_EXAMPLE, marks: { time: 5, politeness: 4 } },
  },
  RatingSummary: {
    schema: RatingSummarySchema,
    about: 'Как оценивают услугу, или все услуги ведомства.',
    fields: {
      service: 'Короткое имя услуги.',
      agency: 'Короткое имя ведомства.',
      enough: 'Нет, если оценок меньше пяти: тогда портал их не показывает.',
      count: 'Из скольких оценок сводка.',
      criteria: 'Вопросы, на которые ответили хотя бы пятеро.',
      'criteria.criterion': 'О чём вопрос.',
      'criteria.count': 'Сколько оценок.',
      'criteria.mean': 'Средняя оценка, до сотых.',
      'criteria.distribution': 'Сколько раз поставили 1, 2, 3, 4 и 5.',
    },
    example: {
      service: 'detskiy-sad',
      enough: true,
      count: 10,
      criteria: [{ criterion: 'time', count: 10, mean: 4.3, distribution: [0, 1, 1, 2, 6] }],
    },
  },
};
