import * as v from 'valibot';

import { defineOperations } from '../openapi/operation.ts';
import { caseHeaders } from '../openapi/case-headers.ts';
import { CaseNumberSchema, LimitSchema } from '../values/schemas.ts';
import {
  ComplaintListSchema,
  ComplaintSchema,
  ComplaintStatusSchema,
  EscalationInputSchema,
  EscalationSchema,
  ComplaintCreatedSchema,
  ComplaintInputSchema,
} from './schemas.ts';

const pathParams = { number: CaseNumberSchema };
const tag = 'complaints';

/** Operations on complaints (210-ФЗ, chapter 2.1). */
export const COMPLAINT_OPERATIONS = defineOperations({
  createComplaint: {
    method: 'post',
    path: '/complaints',
    tag,
    title: 'Подать жалобу',
    about:
      'Подать можно и без входа. Срок ответа — по 210-ФЗ, статья 11.2: 15 рабочих дней; 5, если не приняли документы или не ' +
      'исправляют ошибку. Код приходит один раз: портал его не хранит.',
    access: 'anybody',
    body: ComplaintInputSchema,
    keyName: 'complaints',
    keyLivesWithCase: true,
    responses: {
      201: {
        about: 'Жалоба зарегистрирована.',
        schema: ComplaintCreatedSchema,
        headers: { Location: 'Адрес жалобы.' },
      },
    },
  },
  listComplaints: {
    method: 'get',
    path: '/complaints',
    tag,
    title: 'Перечислить свои жалобы',
    about: 'Сначала новые. Жалоб, поданных без входа, здесь нет: их открывают по номеру и коду.',
    access: 'citizen',
    query: { after: v.optional(CaseNumberSchema), limit: v.optional(LimitSchema) },
    responses: { 200: { about: 'Жалобы гражданина.', schema: ComplaintListSchema } },
  },
  getComplaint: {
    method: 'get',
    path: '/complaints/{number}',
    tag,
    title: 'Открыть свою жалобу',
    about: 'Целиком, с текстом ответа. Только тому, кто подал её и вошёл.',
    access: 'citizen',
    params: pathParams,
    responses: { 200: { about: 'Жалоба целиком.', schema: ComplaintSchema } },
  },
  getComplaintStatus: {
    method: 'get',
    path: '/complaints/{number}/status',
    tag,
    title: 'Узнать, где жалоба',
    about:
      'По номеру и коду, без входа; или без кода — тому, кто подал жалобу и вошёл. Ответ ведомства есть, текста жалобы нет. Неверный номер ' +
      'и неверный код неотличимы, и считают их, как у заявления.',
    access: 'anybody',
    params: pathParams,
    headers: caseHeaders,
    responses: { 200: { about: 'Где стоит жалоба.', schema: ComplaintStatusSchema } },
  },
  createEscalation: {
    method: 'post',
    path: '/complaints/{number}/escalations',
    tag,
    title: 'Передать жалобу в контролирующий орган',
    about:
      'Можно один раз: когда ответ есть и вы с ним не согласны, или когда срок ответа прошёл. Орган получает копию всего дела: ' +
      'жалобу, её историю, ответ и историю заявления. Открывают по коду или входом, как состояние.',
    access: 'anybody',
    params: pathParams,
    headers: caseHeaders,
    body: EscalationInputSchema,
    keyName: 'complaints/{number}/escalations',
    responses: { 201: { about: 'Дело передано.', schema: EscalationSchema } },
    problems: ['wrong-state'],
  },
});
