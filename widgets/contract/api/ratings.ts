import { RatingCreatedSchema, RatingInputSchema } from '../rating.ts';
import { operations, type Shape } from './operation.ts';

export const RATINGS = operations({
  createRating: {
    method: 'post',
    path: '/ratings',
    tag: 'ratings',
    title: 'Оценить услугу',
    about: 'Один раз для каждого заявления, когда есть результат.',
    access: 'anybody',
    body: RatingInputSchema,
    answers: { 201: { about: 'Оценка хранится.', schema: RatingCreatedSchema } },
    problems: ['not-found', 'no-result', 'already-rated'],
  },
});

export const RATING_SHAPES: Record<string, Shape> = {
  RatingInput: { schema: RatingInputSchema, about: 'Оценка услуги.' },
  RatingCreated: { schema: RatingCreatedSchema, about: 'Оценка принята.' },
};
