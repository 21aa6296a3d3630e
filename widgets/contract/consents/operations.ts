import { defineOperations } from '../openapi/operation.ts';
import { ConsentDocumentSchema, ConsentsSchema, ErasureSchema } from './schemas.ts';

/** Operations on the consent to the processing of personal data, and on its withdrawal. */
export const CONSENT_OPERATIONS = defineOperations({
  getConsent: {
    method: 'get',
    path: '/consents/current',
    tag: 'session',
    title: 'Взять текст согласия',
    about:
      'Согласие на обработку персональных данных (152-ФЗ, статья 9). Текст одной версии не меняется никогда.',
    access: 'anybody',
    responses: { 200: { about: 'Согласие, о котором спрашивают сейчас.', schema: ConsentDocumentSchema } },
  },
  listConsents: {
    method: 'get',
    path: '/consents',
    tag: 'session',
    title: 'Узнать, на что человек согласился',
    access: 'citizen',
    responses: { 200: { about: 'Версии согласия, которые человек дал.', schema: ConsentsSchema } },
  },
  createErasure: {
    method: 'post',
    path: '/erasures',
    tag: 'session',
    title: 'Стереть мои данные',
    about:
      'Так отзывают согласие. Портал стирает черновики, настройки и всё, что связано с законченными делами: ответы, файлы, письма, историю. ' +
      'Дела, которые ещё рассматривают, остаются, ответ называет их. Повторите запрос, когда они закончатся.',
    access: 'citizen',
    keyName: 'erasures',
    responses: { 201: { about: 'Что стёрто и что осталось.', schema: ErasureSchema } },
  },
});
