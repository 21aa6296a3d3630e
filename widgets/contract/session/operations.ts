import * as v from 'valibot';

import { defineOperations } from '../openapi/operation.ts';
import { ExchangeInputSchema, RenewalInputSchema, SessionSchema, TokensSchema } from './schemas.ts';

/** A proof is three parts in base64url with dots between them (JWT). */
const proofHeader = { DPoP: v.pipe(v.string(), v.maxLength(2000), v.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/)) };

/** Operations on the session. Signing in itself happens in a window of the portal, not here. */
export const SESSION_OPERATIONS = defineOperations({
  getSession: {
    method: 'get',
    path: '/session',
    tag: 'session',
    title: 'Узнать, кто вошёл',
    access: 'citizen',
    responses: { 200: { about: 'Кто вошёл и до какого времени.', schema: SessionSchema } },
  },
  endSession: {
    method: 'delete',
    path: '/session',
    tag: 'session',
    title: 'Выйти',
    about:
      'Вход кончается сразу на всех сайтах, где им пользовались в этом браузере. Если токен доступа устарел, сначала обновите ' +
      'его: иначе портал не узнает, кто выходит.',
    access: 'citizen',
    responses: { 204: { about: 'Входа больше нет.' } },
  },
  createExchange: {
    method: 'post',
    path: '/session/exchanges',
    tag: 'session',
    title: 'Получить токены',
    about:
      'Код прислало окно входа; а если страница уходила на портал сама, он лежит в адресе после #, в okno-code. Код живёт 60 секунд и ' +
      'действует один раз, только для того же сайта и только для ключа, который страница назвала при входе (dpop_jkt). Без годного ' +
      'доказательства в заголовке DPoP портал отвечает 400, и код не пропадает. Код, который приносят второй раз, закрывает доступ, ' +
      'полученный по нему в первый. Токены действуют только с этим ключом и только на этом сайте.',
    access: 'anybody',
    headers: proofHeader,
    body: ExchangeInputSchema,
    keyName: 'session/exchanges',
    responses: { 201: { about: 'Человек вошёл.', schema: TokensSchema } },
  },
  createRenewal: {
    method: 'post',
    path: '/session/renewals',
    tag: 'session',
    title: 'Обновить токены',
    about:
      'Токен обновления действует один раз, только для сайта, которому его дали, и только с его ключом (заголовок DPoP). Токен, который приносят второй раз с другим ' +
      'Idempotency-Key, мог попасть к чужим: портал закрывает весь доступ, полученный от этого входа.',
    access: 'anybody',
    headers: proofHeader,
    body: RenewalInputSchema,
    keyName: 'session/renewals',
    responses: {
      201: { about: 'Новые токены. Прежний токен обновления больше не действует.', schema: TokensSchema },
    },
  },
});
