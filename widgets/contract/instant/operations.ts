import * as v from 'valibot';

import { defineOperations } from '../openapi/operation.ts';
import { InstantAnswerSchema, InstantInputSchema } from './schemas.ts';

/** Operations on requests that are answered within seconds. */
export const INSTANT_OPERATIONS = defineOperations({
  createInstantRequest: {
    method: 'post',
    path: '/instant-requests',
    tag: 'instant',
    title: 'Спросить и сразу узнать',
    about:
      'Штрафы, налоговая задолженность, пенсионный счёт, исполнительные производства, проверка подписи. Ответ приходит за секунды ' +
      'или готовится: тогда о нём скажет событие `instantReady`. О пенсионном счёте и исполнительных производствах узнаёт только ' +
      'тот, чья учётная запись подтверждена.',
    access: 'citizen',
    body: InstantInputSchema,
    keyName: 'instant-requests',
    responses: {
      200: { about: 'Ответ готов.', schema: InstantAnswerSchema },
      202: {
        about: 'Готовим ответ.',
        schema: InstantAnswerSchema,
        headers: { Location: 'Где будет ответ.' },
      },
    },
    problems: ['not-confirmed'],
  },
  getInstantRequest: {
    method: 'get',
    path: '/instant-requests/{id}',
    tag: 'instant',
    title: 'Узнать, готов ли ответ',
    access: 'citizen',
    params: { id: v.pipe(v.string(), v.uuid()) },
    responses: { 200: { about: 'Ответ, или то, что он готовится.', schema: InstantAnswerSchema } },
  },
});
