import * as v from 'valibot';

import { ApplicationCreatedSchema, ApplicationInputSchema, ApplicationStatusSchema } from '../application.ts';
import { CaseCodeSchema, CaseNumberSchema } from '../values.ts';
import { operations, type Shape } from './operation.ts';

const number = { number: CaseNumberSchema };

export const APPLICATIONS = operations({
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
    ownCheck: true,
    once: true,
    answers: {
      201: {
        about: 'Заявление принято и хранится.',
        schema: ApplicationCreatedSchema,
        headers: { Location: 'Адрес заявления.' },
      },
    },
    problems: ['form-changed'],
  },
  getApplicationStatus: {
    method: 'get',
    path: '/applications/{number}/status',
    tag: 'applications',
    title: 'Узнать, где заявление',
    about:
      'По номеру и коду, без входа; или без кода — тому, кто подал заявление и вошёл. Личных данных в ответе нет. ' +
      'Неверный номер и неверный код неотличимы; после десяти неверных кодов за минуту номер закрыт до её конца.',
    access: 'anybody',
    params: number,
    headers: { 'Okno-Case-Code': v.optional(CaseCodeSchema) },
    answers: { 200: { about: 'Где стоит дело.', schema: ApplicationStatusSchema } },
  },
});

export const APPLICATION_SHAPES: Record<string, Shape> = {
  ApplicationInput: { schema: ApplicationInputSchema, about: 'Заявление.' },
  ApplicationCreated: { schema: ApplicationCreatedSchema, about: 'Заявление принято.' },
  ApplicationStatus: { schema: ApplicationStatusSchema, about: 'Где стоит дело, без личных данных.' },
};
