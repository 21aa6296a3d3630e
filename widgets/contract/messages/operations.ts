import * as v from 'valibot';

import { defineOperations } from '../openapi/operation.ts';
import { caseHeaders, sensitiveCaseHeaders } from '../openapi/case-headers.ts';
import { CaseNumberSchema, LimitSchema } from '../values/schemas.ts';
import {
  CaseFileListSchema,
  CaseFileSchema,
  CaseMessageChangeSchema,
  CaseMessageListSchema,
  CaseMessageSchema,
} from './schemas.ts';

const pathParams = { number: CaseNumberSchema };
const { id: messageIdSchema } = CaseMessageSchema.entries;
const { id: fileIdSchema } = CaseFileSchema.entries;

/** Operations on the messages of a case and on the files from the agency. */
export const MESSAGE_OPERATIONS = defineOperations({
  listApplicationMessages: {
    method: 'get',
    path: '/applications/{number}/messages',
    tag: 'messages',
    title: 'Прочитать переписку по заявлению',
    about: 'Сначала новые письма: от ведомства и ваши ответы ему.',
    access: 'applicant',
    params: pathParams,
    headers: caseHeaders,
    query: { after: v.optional(messageIdSchema), limit: v.optional(LimitSchema) },
    responses: { 200: { about: 'Письма.', schema: CaseMessageListSchema } },
  },
  updateApplicationMessage: {
    method: 'patch',
    path: '/applications/{number}/messages/{message}',
    tag: 'messages',
    title: 'Отметить письмо прочитанным',
    about: 'Повтор ничего не меняет, ключ не нужен.',
    access: 'applicant',
    params: { ...pathParams, message: messageIdSchema },
    headers: caseHeaders,
    body: CaseMessageChangeSchema,
    responses: { 200: { about: 'Письмо прочитано.', schema: CaseMessageSchema } },
  },
  listApplicationFiles: {
    method: 'get',
    path: '/applications/{number}/files',
    tag: 'messages',
    title: 'Перечислить файлы от ведомства',
    access: 'applicant',
    params: pathParams,
    headers: caseHeaders,
    responses: { 200: { about: 'Файлы, от старых к новым.', schema: CaseFileListSchema } },
  },
  getApplicationFile: {
    method: 'get',
    path: '/applications/{number}/files/{file}',
    tag: 'messages',
    title: 'Скачать файл от ведомства',
    about: 'Байты файла, чтобы сохранить его: страница с ним в браузере не откроется.',
    access: 'applicant',
    params: { ...pathParams, file: fileIdSchema },
    headers: sensitiveCaseHeaders,
    responses: {
      200: {
        about: 'Файл.',
        mediaType: 'application/pdf',
        headers: { 'Content-Disposition': 'Как назвать файл.' },
      },
    },
    problems: ['step-up-needed'],
  },
});
