import * as v from 'valibot';

import { IF_NONE_MATCH, NOT_MODIFIED, ETAG_HEADER } from '../openapi/caching.ts';
import { defineOperations } from '../openapi/operation.ts';
import { RatingBodySchema, RatingCreatedSchema, RatingSummarySchema } from './schemas.ts';

/** Operations on ratings. */
export const RATING_OPERATIONS = defineOperations({
  createRating: {
    method: 'post',
    path: '/ratings',
    tag: 'ratings',
    title: 'Оценить услугу',
    about:
      'Один раз для каждого заявления, когда есть результат. По номеру и коду; тому, кто вошёл и подал сам, код не нужен.',
    access: 'anybody',
    body: RatingBodySchema,
    keyName: 'ratings',
    responses: { 201: { about: 'Оценка хранится.', schema: RatingCreatedSchema } },
    problems: ['not-found', 'no-result', 'already-rated'],
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
    params: { slug: v.pipe(v.string(), v.maxLength(100)) },
    headers: IF_NONE_MATCH,
    responses: {
      200: { about: 'Сводка оценок.', schema: RatingSummarySchema, headers: ETAG_HEADER },
      304: NOT_MODIFIED,
    },
  },
});
