import * as v from 'valibot';

import { IF_NONE_MATCH, NOT_MODIFIED, ETAG_HEADER } from '../openapi/caching.ts';
import { defineOperations } from '../openapi/operation.ts';
import { DRAFT_DAYS } from '../values/lifetimes.ts';
import {
  DraftContentSchema,
  DraftListSchema,
  DraftSummarySchema,
  HAND_OVER_MINUTES,
  HandOverInputSchema,
  HandOverSchema,
  KeptDraftSchema,
  RedemptionInputSchema,
  RedemptionSchema,
} from './schemas.ts';

const pathParams = { id: DraftSummarySchema.entries.id };

/** Operations on drafts, and on their hand-over to another device. */
export const DRAFT_OPERATIONS = defineOperations({
  listDrafts: {
    method: 'get',
    path: '/drafts',
    tag: 'drafts',
    title: 'Посмотреть свои черновики',
    about: 'Сначала те, что изменили позже. Ответов в списке нет.',
    access: 'citizen',
    responses: { 200: { about: 'Черновики.', schema: DraftListSchema } },
  },
  getDraft: {
    method: 'get',
    path: '/drafts/{id}',
    tag: 'drafts',
    title: 'Открыть черновик',
    access: 'citizen',
    params: pathParams,
    headers: IF_NONE_MATCH,
    responses: {
      200: { about: 'Черновик.', schema: KeptDraftSchema, headers: ETAG_HEADER },
      304: NOT_MODIFIED,
    },
  },
  saveDraft: {
    method: 'put',
    path: '/drafts/{id}',
    tag: 'drafts',
    title: 'Сохранить черновик',
    about:
      'Идентификатор придумывает виджет: UUID. Новый черновик сохраняют с `If-None-Match: *`, изменённый — с `If-Match` и ' +
      'версией, которую открыли; иначе одно устройство затёрло бы сделанное на другом. Тот же черновик можно прислать ещё раз: ' +
      `ничего не изменится. Ответы портал не проверяет. Черновик хранится ${DRAFT_DAYS} дней после последнего изменения, у одного ` +
      'человека — до 50 черновиков.',
    access: 'citizen',
    params: pathParams,
    headers: {
      'If-Match': v.optional(v.pipe(v.string(), v.maxLength(200))),
      'If-None-Match': v.optional(v.literal('*')),
    },
    body: DraftContentSchema,
    responses: { 200: { about: 'Черновик сохранён.', schema: DraftSummarySchema, headers: ETAG_HEADER } },
    problems: ['stale'],
  },
  deleteDraft: {
    method: 'delete',
    path: '/drafts/{id}',
    tag: 'drafts',
    title: 'Удалить черновик',
    access: 'citizen',
    params: pathParams,
    responses: { 204: { about: 'Черновика нет.' } },
  },
  createHandOver: {
    method: 'post',
    path: '/hand-overs',
    tag: 'drafts',
    title: 'Передать черновик на другое устройство',
    about:
      `Входить не нужно. Черновик шифрует устройство, ключ к нему — в коде или за решёткой QR-кода, и портал его не получает. Он ждёт ${HAND_OVER_MINUTES} ` +
      'минут, и забрать его можно один раз.',
    access: 'anybody',
    body: HandOverInputSchema,
    keyName: 'hand-overs',
    responses: { 201: { about: 'Черновик ждёт.', schema: HandOverSchema } },
    problems: ['wrong-state'],
  },
  redeemHandOver: {
    method: 'post',
    path: '/hand-overs/redemptions',
    tag: 'drafts',
    title: 'Забрать черновик на другом устройстве',
    about:
      'После этого его на портале нет. Неверное, использованное и просроченное место неотличимы. После десяти неверных за минуту портал ' +
      'с этого адреса больше не принимает до её конца.',
    access: 'anybody',
    body: RedemptionInputSchema,
    keyName: 'hand-overs/redemptions',
    responses: { 201: { about: 'Зашифрованный черновик.', schema: RedemptionSchema } },
    problems: ['not-found'],
  },
});
