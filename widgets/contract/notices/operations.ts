import { defineOperations } from '../openapi/operation.ts';
import { caseHeaders } from '../openapi/case-headers.ts';
import { CaseNumberSchema } from '../values/schemas.ts';
import { NoticePreferencesInputSchema, NoticePreferencesSchema } from './schemas.ts';

const params = { number: CaseNumberSchema };
const path = '/applications/{number}/notices';

/** Operations on how the applicant of a case is notified. */
export const NOTICE_OPERATIONS = defineOperations({
  getCaseNotices: {
    method: 'get',
    path,
    tag: 'events',
    title: 'Узнать, как сообщают о деле',
    about:
      'Письма и СМС идут на почту и телефон из заявления, и без входа тоже. В них номер и ссылка на дело, кода нет никогда. В каждом ' +
      'письме есть ссылка, по которой от писем отказываются.',
    access: 'applicant',
    params,
    headers: caseHeaders,
    responses: { 200: { about: 'О чём и как сообщают.', schema: NoticePreferencesSchema } },
  },
  replaceCaseNotices: {
    method: 'put',
    path,
    tag: 'events',
    title: 'Выбрать, как сообщать о деле',
    about: 'О чём писать на почту и о чём слать СМС. Само дело показывает всё.',
    access: 'applicant',
    params,
    headers: caseHeaders,
    body: NoticePreferencesInputSchema,
    responses: { 200: { about: 'Так и будут сообщать.', schema: NoticePreferencesSchema } },
  },
});
