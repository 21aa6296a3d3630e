import * as v from 'valibot';

import { IF_NONE_MATCH, NOT_MODIFIED, ETAG_HEADER } from '../openapi/caching.ts';
import { defineOperations } from '../openapi/operation.ts';
import { ServiceListSchema, PortalServiceSchema } from './schemas.ts';

/** Operations on services of the catalogue. */
export const SERVICE_OPERATIONS = defineOperations({
  listServices: {
    method: 'get',
    path: '/services',
    tag: 'services',
    title: 'Узнать, какие услуги работают через портал',
    about: 'Все услуги каталога. Список меняется редко: спрашивайте с `If-None-Match`.',
    access: 'anybody',
    headers: IF_NONE_MATCH,
    responses: {
      200: { about: 'Услуги каталога.', schema: ServiceListSchema, headers: ETAG_HEADER },
      304: NOT_MODIFIED,
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
    responses: {
      200: { about: 'Услуга.', schema: PortalServiceSchema, headers: ETAG_HEADER },
      304: NOT_MODIFIED,
    },
  },
});
