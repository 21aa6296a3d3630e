import {
  ExchangeInputSchema,
  RenewalInputSchema,
  SessionSchema,
  SignedInSchema,
  TokensSchema,
} from '../session.ts';
import { operations, type Shape } from './operation.ts';
import { NAME, NAME_FIELDS } from './profile.ts';

export const SESSION = operations({
  getSession: {
    method: 'get',
    path: '/session',
    tag: 'session',
    title: 'Узнать, кто вошёл',
    access: 'citizen',
    answers: { 200: { about: 'Кто вошёл и до какого времени.', schema: SessionSchema } },
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
    answers: { 204: { about: 'Входа больше нет.' } },
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
    once: true,
    answers: { 201: { about: 'Человек вошёл.', schema: TokensSchema } },
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
    once: true,
    answers: {
      201: { about: 'Новые токены. Прежний токен обновления больше не действует.', schema: TokensSchema },
    },
  },
});

const TOKENS = {
  accessToken: 'Y2FuYXJ5LWFjY2Vzcy10b2tlbi0wMDAwMDAwMDAwMDA',
  expiresIn: 900,
  renewalToken: 'Y2FuYXJ5LXJlbmV3YWwtdG9rZW4tMDAwMDAwMDAwMDA',
};

const TOKEN_FIELDS = {
  accessToken: 'Токен доступа: для заголовка Authorization. Хранить можно только в памяти страницы.',
  expiresIn: 'Сколько секунд действует токен доступа.',
  renewalToken:
    'Токен обновления: один раз меняется на новые токены. Хранить можно только в памяти страницы.',
};
const VERIFIER = 'dmVyaWZpZXItdGhhdC10aGUtcGFnZS1rZXB0LTAwMDA';

export const SESSION_SHAPES: Record<string, Shape> = {
  Session: {
    schema: SessionSchema,
    about: 'Кто вошёл и до какого времени.',
    fields: {
      ...NAME_FIELDS,
      account:
        'Учётная запись на Госуслугах: упрощённая (simplified), стандартная (standard), подтверждённая (confirmed).',
      organization: 'Организация, за которую человек действует.',
      startedAt: 'Когда вошёл.',
      endsAt: 'Когда вход кончится. Через восемь часов портал попросит войти снова.',
    },
    example: {
      ...NAME,
      account: 'confirmed',
      startedAt: '2026-11-21T05:00:00.000Z',
      endsAt: '2026-11-21T13:00:00.000Z',
    },
  },
  Tokens: {
    schema: TokensSchema,
    about: 'Доступ к порталу от имени того, кто вошёл.',
    fields: TOKEN_FIELDS,
    example: TOKENS,
  },
  SignedIn: {
    schema: SignedInSchema,
    about: 'Что окно входа передаёт странице, которая его открыла (postMessage).',
    fields: {
      type: 'Всегда okno-signed-in.',
      state: 'То, что страница дала окну, когда открывала его.',
      ...TOKEN_FIELDS,
    },
    example: { type: 'okno-signed-in', state: '1-2-3-4', ...TOKENS },
  },
  ExchangeInput: {
    schema: ExchangeInputSchema,
    about: 'Код из адреса и строка, которую страница сохранила перед уходом.',
    fields: {
      code: 'То, что стоит в адресе после okno-code=.',
      verifier: 'Строка, SHA-256 которой страница назвала как challenge, когда уходила (PKCE, S256).',
    },
    example: { code: TOKENS.accessToken, verifier: VERIFIER },
  },
  RenewalInput: {
    schema: RenewalInputSchema,
    about: 'Токен обновления.',
    fields: { renewalToken: 'Последний, который дал портал.' },
    example: { renewalToken: TOKENS.renewalToken },
  },
};
