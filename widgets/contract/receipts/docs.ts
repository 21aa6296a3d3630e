import type { Shape } from '../openapi/operation.ts';
import { ReceiptKeysSchema, ReceiptSchema } from './schemas.ts';

/** Shapes of receipts, with their texts and examples. */
export const RECEIPT_SHAPES: Record<string, Shape> = {
  Receipt: {
    schema: ReceiptSchema,
    about: 'Что удостоверяет портал: такое заявление у него есть. Кода в расписке нет: он открывает дело.',
    fields: {
      number: 'Номер заявления.',
      service: 'Название услуги.',
      agency: 'Кто ответит.',
      applicant: 'Заявитель, как он написал себя сам.',
      submittedAt: 'Когда подано.',
      registeredOn: 'День регистрации, если подали в выходной.',
      dueOn: 'Последний день ответа.',
      toldBy: 'Как сообщим: по почте, СМС.',
    },
    example: {
      number: '{regionCode}-2026-000001',
      service: 'Постановка на учёт и зачисление в детский сад',
      agency: 'Комитет по образованию города',
      applicant: 'Примерова Анна Петровна',
      submittedAt: '2026-11-20T05:00:00.000Z',
      dueOn: '2026-12-04',
      toldBy: ['email'],
    },
  },
  ReceiptKeys: {
    schema: ReceiptKeysSchema,
    about: 'Открытые ключи расписок (JWK Set, RFC 7517).',
    fields: {
      keys: 'Ключи: тот, которым портал подписывает сейчас, — первый.',
      'keys.kty': 'Вид ключа (RFC 8037).',
      'keys.crv': 'Кривая.',
      'keys.x': 'Сам ключ: 32 байта в base64url.',
      'keys.kid': 'Отпечаток ключа (RFC 7638): его называет расписка.',
      'keys.alg': 'Алгоритм.',
      'keys.use': 'Для чего: проверять подпись.',
    },
    example: {
      keys: [
        {
          kty: 'OKP',
          crv: 'Ed25519',
          x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
          kid: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
          alg: 'EdDSA',
          use: 'sig',
        },
      ],
    },
  },
};
