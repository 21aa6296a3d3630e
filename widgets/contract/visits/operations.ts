import { defineOperations } from '../openapi/operation.ts';
import { caseHeaders } from '../openapi/case-headers.ts';
import { CaseNumberSchema } from '../values/schemas.ts';
import { CaseVisitsSchema, VisitChoiceSchema } from './schemas.ts';

const params = { number: CaseNumberSchema };
const path = '/applications/{number}/visits';
const tag = 'appointments';

/** Operations on the visit to which the agency invites the applicant of a case. */
export const VISIT_OPERATIONS = defineOperations({
  getCaseVisits: {
    method: 'get',
    path,
    tag,
    title: 'Узнать, когда можно прийти по делу',
    about: 'Время, которое предложило ведомство, и то, которое вы выбрали.',
    access: 'applicant',
    params,
    headers: caseHeaders,
    responses: { 200: { about: 'Приём по делу.', schema: CaseVisitsSchema } },
  },
  chooseVisit: {
    method: 'put',
    path,
    tag,
    title: 'Выбрать время или перенести приём',
    about: 'Одно из предложенных. То же время ещё раз ничего не меняет, ключ не нужен.',
    access: 'applicant',
    params,
    headers: caseHeaders,
    body: VisitChoiceSchema,
    responses: { 200: { about: 'Вас ждут.', schema: CaseVisitsSchema } },
    problems: ['slot-taken', 'wrong-state'],
  },
  cancelVisit: {
    method: 'delete',
    path,
    tag,
    title: 'Отменить приём по делу',
    about: 'Сколько раз ни отменяй, ответ один. Пока предложение в силе, можно выбрать другое время.',
    access: 'applicant',
    params,
    headers: caseHeaders,
    responses: { 204: { about: 'Приём отменён.' } },
    problems: ['wrong-state'],
  },
  getVisitCalendar: {
    method: 'get',
    path: `${path}/calendar`,
    tag,
    title: 'Добавить приём по делу в свой календарь',
    about:
      'Файл iCalendar (RFC 5545). После переноса или отмены календарь узнает то же событие. Без выбранного времени — 404.',
    access: 'applicant',
    params,
    headers: caseHeaders,
    responses: { 200: { about: 'Событие для календаря.', mediaType: 'text/calendar' } },
  },
});
