import * as v from 'valibot';

import { defineOperations } from '../openapi/operation.ts';
import { GivenDaySchema, LimitSchema } from '../values/schemas.ts';
import {
  AppointmentInputSchema,
  AppointmentListSchema,
  AppointmentMoveSchema,
  AppointmentSchema,
  SlotListSchema,
} from './schemas.ts';

const idSchema = v.pipe(v.string(), v.uuid());
const pathParams = { id: idSchema };
const tag = 'appointments';

/** Operations on slots and appointments. */
export const APPOINTMENT_OPERATIONS = defineOperations({
  listSlots: {
    method: 'get',
    path: '/offices/{office}/slots',
    tag,
    title: 'Узнать, на какое время можно записаться',
    about: 'Только свободное время и только рабочие дни. Учебный портал открывает запись на 60 дней вперёд.',
    access: 'anybody',
    params: { office: v.pipe(v.string(), v.maxLength(100)) },
    query: {
      from: v.optional(GivenDaySchema),
      days: v.optional(
        // A whole number from 1 to 31.
        v.pipe(v.string(), v.regex(/^(?:[1-9]|[12]\d|3[01])$/, 'number'), v.transform(Number)),
        '14',
      ),
    },
    responses: { 200: { about: 'Свободное время.', schema: SlotListSchema } },
  },
  createAppointment: {
    method: 'post',
    path: '/appointments',
    tag,
    title: 'Записаться на приём',
    about:
      'На одно время — только одна запись. Сколько их может быть впереди, решает портал; на учебном — три.',
    access: 'citizen',
    body: AppointmentInputSchema,
    keyName: 'appointments',
    responses: {
      201: {
        about: 'Вы записаны.',
        schema: AppointmentSchema,
        headers: { Location: 'Адрес записи.' },
      },
    },
    problems: ['slot-taken', 'appointment-limit'],
  },
  listAppointments: {
    method: 'get',
    path: '/appointments',
    tag,
    title: 'Узнать, куда вы записаны',
    about: 'Все записи, и прошлые тоже. Сначала самые поздние.',
    access: 'citizen',
    query: { after: v.optional(idSchema), limit: v.optional(LimitSchema) },
    responses: { 200: { about: 'Записи на приём.', schema: AppointmentListSchema } },
  },
  getAppointment: {
    method: 'get',
    path: '/appointments/{id}',
    tag,
    title: 'Посмотреть запись',
    access: 'citizen',
    params: pathParams,
    responses: { 200: { about: 'Запись на приём.', schema: AppointmentSchema } },
  },
  moveAppointment: {
    method: 'patch',
    path: '/appointments/{id}',
    tag,
    title: 'Перенести запись',
    about: 'На другое время в том же месте. Прошедшую и отменённую запись перенести нельзя.',
    access: 'citizen',
    params: pathParams,
    body: AppointmentMoveSchema,
    keyName: 'appointments/{id}',
    responses: { 200: { about: 'Запись перенесена.', schema: AppointmentSchema } },
    problems: ['slot-taken', 'wrong-state'],
  },
  cancelAppointment: {
    method: 'delete',
    path: '/appointments/{id}',
    tag,
    title: 'Отменить запись',
    about:
      'Сколько раз ни отменяй, ответ один. Отменённая запись остаётся в списке, её время снова свободно.',
    access: 'citizen',
    params: pathParams,
    responses: { 204: { about: 'Запись отменена.' } },
    problems: ['wrong-state'],
  },
  getAppointmentCalendar: {
    method: 'get',
    path: '/appointments/{id}/calendar',
    tag,
    title: 'Добавить запись в свой календарь',
    about:
      'Файл iCalendar (RFC 5545) с напоминанием за день. После переноса или отмены скачайте его снова: календарь узнает то же ' +
      'событие и поправит его.',
    access: 'citizen',
    params: pathParams,
    responses: { 200: { about: 'Событие для календаря.', mediaType: 'text/calendar' } },
  },
});
