import { ProfileSchema } from '../session.ts';
import { operations, type Shape } from './operation.ts';

export const SESSION = operations({
  endSession: {
    method: 'delete',
    path: '/session',
    tag: 'session',
    title: 'Выйти',
    access: 'anybody',
    answers: { 204: { about: 'Входа больше нет.' } },
  },
  getProfile: {
    method: 'get',
    path: '/profile',
    tag: 'session',
    title: 'Узнать, что портал знает о гражданине',
    about: 'Для заполнения формы за него.',
    access: 'citizen',
    answers: { 200: { about: 'Что известно.', schema: ProfileSchema } },
  },
});

export const SESSION_SHAPES: Record<string, Shape> = {
  Profile: { schema: ProfileSchema, about: 'Что портал знает о гражданине.' },
};
