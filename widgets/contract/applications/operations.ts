import * as v from 'valibot';

import { defineOperations } from '../openapi/operation.ts';
import { caseHeaders, sensitiveCaseHeaders } from '../openapi/case-headers.ts';
import { CaseMessageInputSchema } from '../messages/schemas.ts';
import { CaseNumberSchema, LimitSchema } from '../values/schemas.ts';
import {
  ApplicationCreatedSchema,
  ApplicationInputSchema,
  ApplicationStatusSchema,
  CorrectionInputSchema,
  WithdrawalInputSchema,
  ApplicationHistorySchema,
  ApplicationListSchema,
  ApplicationSchema,
} from './schemas.ts';

const pathParams = { number: CaseNumberSchema };

/** Operations on applications. */
export const APPLICATION_OPERATIONS = defineOperations({
  createApplication: {
    method: 'post',
    path: '/applications',
    tag: 'applications',
    title: 'Подать заявление',
    about:
      'Подать можно и без входа. Ответы проверяются по форме услуги; ошибка называет поле и код. Код дела приходит один раз: ' +
      'портал его не хранит.',
    access: 'anybody',
    body: ApplicationInputSchema,
    isCheckedByHandler: true,
    keyName: 'applications',
    keyLivesWithCase: true,
    responses: {
      201: {
        about: 'Заявление принято и хранится.',
        schema: ApplicationCreatedSchema,
        headers: { Location: 'Адрес заявления.' },
      },
    },
    problems: ['form-changed', 'service-paused', 'scanning'],
  },
  listApplications: {
    method: 'get',
    path: '/applications',
    tag: 'applications',
    title: 'Перечислить свои заявления',
    about: 'Сначала новые. Заявлений, поданных без входа, здесь нет: их открывают по номеру и коду.',
    access: 'citizen',
    query: { after: v.optional(CaseNumberSchema), limit: v.optional(LimitSchema) },
    responses: { 200: { about: 'Заявления гражданина.', schema: ApplicationListSchema } },
  },
  getApplication: {
    method: 'get',
    path: '/applications/{number}',
    tag: 'applications',
    title: 'Открыть своё заявление',
    about:
      'Целиком, с вопросом специалиста, объяснением отказа и файлами. Ответы в форме — личные данные: по одному коду их нет, нужен ещё ' +
      '`Okno-Case-Access`.',
    access: 'applicant',
    params: pathParams,
    headers: sensitiveCaseHeaders,
    responses: { 200: { about: 'Заявление целиком.', schema: ApplicationSchema } },
  },
  getApplicationStatus: {
    method: 'get',
    path: '/applications/{number}/status',
    tag: 'applications',
    title: 'Узнать, где заявление',
    about:
      'По номеру и коду, без входа; или без кода — тому, кто подал заявление и вошёл. Ответов в форме здесь нет. ' +
      'Неверный номер и неверный код неотличимы. Неверные пары считают по номеру и по адресу: после нескольких подряд ответ на неверную — ' +
      '429, и `Retry-After` растёт; верный код открывает дело всегда. Номер жалобы на вид такой же: если заявления нет, спросите жалобу. ' +
      'Та же пара второй раз не считается.',
    access: 'anybody',
    params: pathParams,
    headers: caseHeaders,
    responses: { 200: { about: 'Где стоит дело.', schema: ApplicationStatusSchema } },
  },
  getApplicationHistory: {
    method: 'get',
    path: '/applications/{number}/history',
    tag: 'applications',
    title: 'Узнать, что с заявлением делали',
    about: 'Каждое действие и его время. Кто действовал, сказано по роли, без имён.',
    access: 'applicant',
    params: pathParams,
    headers: caseHeaders,
    responses: { 200: { about: 'Действия, от старых к новым.', schema: ApplicationHistorySchema } },
  },
  createWithdrawal: {
    method: 'post',
    path: '/applications/{number}/withdrawal',
    tag: 'applications',
    title: 'Отозвать заявление',
    about: 'Пока по нему нет результата или отказа. Вернуть отозванное нельзя, но можно подать новое.',
    access: 'applicant',
    params: pathParams,
    headers: sensitiveCaseHeaders,
    body: WithdrawalInputSchema,
    keyName: 'applications/{number}/withdrawal',
    responses: { 201: { about: 'Заявление отозвано.', schema: ApplicationStatusSchema } },
    problems: ['wrong-state', 'step-up-needed'],
  },
  createAnswer: {
    method: 'post',
    path: '/applications/{number}/answers',
    tag: 'applications',
    title: 'Ответить на вопрос специалиста',
    about:
      'Словами, файлами или и тем и другим. После ответа срок идёт дальше: сколько оставалось, столько и осталось.',
    access: 'applicant',
    params: pathParams,
    headers: caseHeaders,
    body: CaseMessageInputSchema,
    keyName: 'applications/{number}/answers',
    responses: { 201: { about: 'Ответ у специалиста.', schema: ApplicationStatusSchema } },
    problems: ['wrong-state', 'scanning'],
  },
  createCorrection: {
    method: 'post',
    path: '/applications/{number}/corrections',
    tag: 'applications',
    title: 'Исправить и подать снова',
    about:
      'После отказа, один раз. Получается новое заявление со своим номером и сроком, связанное со старым. Файлы старого можно ' +
      'назвать снова, загружать их ещё раз не нужно.',
    access: 'applicant',
    params: pathParams,
    headers: sensitiveCaseHeaders,
    body: CorrectionInputSchema,
    isCheckedByHandler: true,
    keyName: 'applications/{number}/corrections',
    keyLivesWithCase: true,
    responses: {
      201: {
        about: 'Новое заявление принято и хранится.',
        schema: ApplicationCreatedSchema,
        headers: { Location: 'Адрес нового заявления.' },
      },
    },
    problems: ['wrong-state', 'form-changed', 'service-paused', 'scanning', 'step-up-needed'],
  },
});
