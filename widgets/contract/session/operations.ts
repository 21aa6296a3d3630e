import { defineOperations } from '../openapi/operation.ts';
import { ExchangeInputSchema, RenewalInputSchema, SessionSchema, TokensSchema } from './schemas.ts';

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
    title: 'Получить токены после возвращения на страницу',
    about:
      'Нужно, когда браузер не дал открыть окно входа. Портал вернул человека на страницу, и в адресе после # лежит okno-code. Код живёт ' +
      '60 секунд и действует один раз, только для того же сайта и только вместе со строкой verifier, которую страница сохранила ' +
      'перед уходом. Код, который приносят второй раз, закрывает доступ, полученный по нему в первый.',
    access: 'anybody',
    body: ExchangeInputSchema,
    needsIdempotencyKey: true,
    responses: { 201: { about: 'Человек вошёл.', schema: TokensSchema } },
  },
  createRenewal: {
    method: 'post',
    path: '/session/renewals',
    tag: 'session',
    title: 'Обновить токены',
    about:
      'Токен обновления действует один раз и только для сайта, которому его дали. Токен, который приносят второй раз с другим ' +
      'Idempotency-Key, мог попасть к чужим: портал закрывает весь доступ, полученный от этого входа.',
    access: 'anybody',
    body: RenewalInputSchema,
    needsIdempotencyKey: true,
    responses: {
      201: { about: 'Новые токены. Прежний токен обновления больше не действует.', schema: TokensSchema },
    },
  },
});
