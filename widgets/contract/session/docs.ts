import type { Shape } from '../openapi/operation.ts';
import { EXAMPLE_NAME, NAME_DESCRIPTIONS } from '../profile/docs.ts';
import {
  ExchangeInputSchema,
  RenewalInputSchema,
  SessionSchema,
  SignedInSchema,
  TokensSchema,
} from './schemas.ts';

const TOKENS_EXAMPLE = {
  accessToken: 'Y2FuYXJ5LWFjY2Vzcy10b2tlbi0wMDAwMDAwMDAwMDA',
  expiresIn: 900,
  renewalToken: 'Y2FuYXJ5LXJlbmV3YWwtdG9rZW4tMDAwMDAwMDAwMDA',
};

const TOKEN_FIELDS = {
  accessToken:
    'Токен доступа: для заголовка `Authorization: DPoP …`. Хранить можно только в памяти страницы.',
  expiresIn: 'Сколько секунд действует токен доступа.',
  renewalToken:
    'Токен обновления: один раз меняется на новые токены. Хранить можно только в памяти страницы.',
};
const CODE = 'Y2FuYXJ5LW9uZS10aW1lLWNvZGUtMDAwMDAwMDAwMDA';

/** Shapes of the session, with their texts and examples. */
export const SESSION_SHAPES: Record<string, Shape> = {
  Session: {
    schema: SessionSchema,
    about: 'Кто вошёл и до какого времени.',
    fields: {
      ...NAME_DESCRIPTIONS,
      account:
        'Учётная запись на Госуслугах: упрощённая (simplified), стандартная (standard), подтверждённая (confirmed).',
      organization: 'Организация, за которую человек действует.',
      startedAt: 'Когда вошёл.',
      endsAt: 'Когда вход кончится. Через восемь часов портал попросит войти снова.',
    },
    example: {
      ...EXAMPLE_NAME,
      account: 'confirmed',
      startedAt: '2026-11-21T05:00:00.000Z',
      endsAt: '2026-11-21T13:00:00.000Z',
    },
  },
  Tokens: {
    schema: TokensSchema,
    about: 'Доступ к порталу от имени того, кто вошёл: для одного сайта и одного ключа.',
    fields: TOKEN_FIELDS,
    example: TOKENS_EXAMPLE,
  },
  SignedIn: {
    schema: SignedInSchema,
    about: 'Что окно входа передаёт странице, которая его открыла (postMessage).',
    fields: {
      type: 'Всегда okno-signed-in.',
      state: 'То, что страница дала окну, когда открывала его.',
      code: 'Код, который один раз меняется на токены: с ключом этой страницы.',
    },
    example: { type: 'okno-signed-in', state: '1-2-3-4', code: CODE },
  },
  ExchangeInput: {
    schema: ExchangeInputSchema,
    about: 'Код входа.',
    fields: { code: 'То, что прислало окно входа, или то, что стоит в адресе после okno-code=.' },
    example: { code: CODE },
  },
  RenewalInput: {
    schema: RenewalInputSchema,
    about: 'Токен обновления.',
    fields: { renewalToken: 'Последний, который дал портал.' },
    example: { renewalToken: TOKENS_EXAMPLE.renewalToken },
  },
};
