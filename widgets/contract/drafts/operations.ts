import * as v from 'valibot';

import { IF_NONE_MATCH, NOT_MODIFIED, ETAG_HEADER } from '../openapi/caching.ts';
import { defineOperations } from '../openapi/operation.ts';
import { DRAFT_DAYS } from '../values/lifetimes.ts';
import {
  DraftContentSchema,
  DraftListSchema,
  DraftSummarySchema,
  HandOverSchema,
  KeptDraftSchema,
  RedemptionInputSchema,
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
      'Входить не нужно: черновик открывает код. Код действует десять минут и один раз. Портал хранит черновик под ключом, ' +
      'который получается из кода, а самого кода не хранит.',
    access: 'anybody',
    body: DraftContentSchema,
    keyName: 'hand-overs',
    responses: { 201: { about: 'Код, который откроет черновик.', schema: HandOverSchema } },
  },
  redeemHandOver: {
    method: 'post',
    path: '/hand-overs/redemptions',
    tag: 'drafts',
    title: 'Забрать черновик по коду',
    about:
      'После этого код ничего не открывает. Неверный, использованный и просроченный код неотличимы. После десяти неверных ' +
      'кодов за минуту портал с этого адреса больше не принимает до её конца.',
    access: 'anybody',
    body: RedemptionInputSchema,
    keyName: 'hand-overs/redemptions',
    responses: { 201: { about: 'Черновик.', schema: DraftContentSchema } },
    problems: ['not-found'],
  },
});
