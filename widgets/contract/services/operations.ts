import * as v from 'valibot';

import { IF_NONE_MATCH, SAME, VERSION } from '../openapi/caching.ts';
import { operations } from '../openapi/operation.ts';
import { ServiceListSchema, ServiceSchema } from './schemas.ts';

export const SERVICES = operations({
  listServices: {
    method: 'get',
    path: '/services',
    tag: 'services',
    title: 'Узнать, какие услуги работают через портал',
    about: 'Все услуги каталога. Список меняется редко: спрашивайте с `If-None-Match`.',
    access: 'anybody',
    headers: IF_NONE_MATCH,
    answers: {
      200: { about: 'Услуги каталога.', schema: ServiceListSchema, headers: VERSION },
      304: SAME,
    },
  },
  getService: {
    method: 'get',
    path: '/services/{slug}',
    tag: 'services',
    title: 'Узнать об одной услуге',
    about:
      'Принимает ли портал заявления, какая сейчас версия формы и к какому дню ответят, если подать сегодня. ' +
      'Пока услуга на паузе, новое заявление портал не примет.',
    access: 'anybody',
    params: { slug: v.pipe(v.string(), v.maxLength(100)) },
    headers: IF_NONE_MATCH,
    answers: {
      200: { about: 'Услуга.', schema: ServiceSchema, headers: VERSION },
      304: SAME,
    },
  },
});
