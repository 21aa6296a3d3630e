import * as v from 'valibot';

import { IF_NONE_MATCH, NOT_MODIFIED, ETAG_HEADER } from '../openapi/caching.ts';
import { defineOperations } from '../openapi/operation.ts';
import { caseHeaders } from '../openapi/case-headers.ts';
import { CaseNumberSchema } from '../values/schemas.ts';
import {
  OwnRatingSchema,
  RatingBodySchema,
  RatingChangeSchema,
  RatingCreatedSchema,
  RatingSummarySchema,
} from './schemas.ts';

const SLUG_PARAMS = { slug: v.pipe(v.string(), v.maxLength(100)) };
const NUMBER_PARAMS = { number: CaseNumberSchema };

/** Operations on ratings. */
export const RATING_OPERATIONS = defineOperations({
  createRating: {
    method: 'post',
    path: '/ratings',
    tag: 'ratings',
    title: 'Оценить услугу',
    about:
      'Один раз для каждого заявления, когда есть результат; изменить можно сутки. По номеру и коду; тому, кто вошёл и подал сам, код не нужен.',
    access: 'anybody',
    body: RatingBodySchema,
    keyName: 'ratings',
    responses: { 201: { about: 'Оценка хранится.', schema: RatingCreatedSchema } },
    problems: ['not-found', 'no-result', 'already-rated'],
  },
  getRating: {
    method: 'get',
    path: '/ratings/{number}',
    tag: 'ratings',
    title: 'Взять свою оценку',
    about: 'Чтобы изменить её. По коду заявления; тому, кто вошёл и подал сам, код не нужен.',
    access: 'anybody',
    params: NUMBER_PARAMS,
    headers: caseHeaders,
    responses: { 200: { about: 'Оценка.', schema: OwnRatingSchema } },
  },
  changeRating: {
    method: 'put',
    path: '/ratings/{number}',
    tag: 'ratings',
    title: 'Изменить оценку',
    about:
      'Сутки после того, как оценили. Потом — 409 `already-rated`. Сводку изменённая оценка меняет сразу.',
    access: 'anybody',
    params: NUMBER_PARAMS,
    headers: caseHeaders,
    body: RatingChangeSchema,
    keyName: 'ratings/{number}',
    responses: { 200: { about: 'Оценка изменена.', schema: RatingCreatedSchema } },
    problems: ['already-rated'],
  },
  getAgencyRatings: {
    method: 'get',
    path: '/agencies/{slug}/ratings',
    tag: 'ratings',
    title: 'Узнать, как оценивают услуги ведомства',
    about: 'Все его услуги вместе. Те же правила, что и для одной услуги.',
    access: 'anybody',
    params: SLUG_PARAMS,
    headers: IF_NONE_MATCH,
    responses: {
      200: { about: 'Сводка оценок.', schema: RatingSummarySchema, headers: ETAG_HEADER },
      304: NOT_MODIFIED,
    },
  },
  getServiceRatings: {
    method: 'get',
    path: '/services/{slug}/ratings',
    tag: 'ratings',
    title: 'Узнать, как оценивают услугу',
    about:
      'Пока оценок меньше пяти, портал не показывает ничего: иначе было бы видно, что думает один человек. Потом сводка обновляется ' +
      'раз в пять оценок.',
    access: 'anybody',
    params: SLUG_PARAMS,
    headers: IF_NONE_MATCH,
    responses: {
      200: { about: 'Сводка оценок.', schema: RatingSummarySchema, headers: ETAG_HEADER },
      304: NOT_MODIFIED,
    },
  },
});
