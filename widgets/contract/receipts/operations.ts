import { defineOperations } from '../openapi/operation.ts';
import { ReceiptKeysSchema } from './schemas.ts';

/** Operations on receipts. */
export const RECEIPT_OPERATIONS = defineOperations({
  listReceiptKeys: {
    method: 'get',
    path: '/receipt-keys',
    tag: 'applications',
    title: 'Узнать ключи, которыми проверяют расписки',
    about:
      'Расписка приходит вместе с номером заявления (`signed`): JWS с подписью Ed25519. Проверить её может кто угодно и без связи, если ' +
      'ключ у него уже есть. Прежние ключи остаются в списке, пока есть расписки с их подписью.',
    access: 'anybody',
    isForAnySite: true,
    responses: { 200: { about: 'Открытые ключи.', schema: ReceiptKeysSchema } },
  },
});
