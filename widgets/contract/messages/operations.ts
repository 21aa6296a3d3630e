import * as v from 'valibot';

import { defineOperations } from '../openapi/operation.ts';
import { caseHeaders, sensitiveCaseHeaders } from '../openapi/case-headers.ts';
import { CaseNumberSchema, LimitSchema } from '../values/schemas.ts';
import {
  CaseFileListSchema,
  CaseFileSchema,
  CaseMessageChangeSchema,
  CaseMessageInputSchema,
  CaseMessageListSchema,
  CaseMessageSchema,
  FileSignatureSchema,
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
  createApplicationMessage: {
    method: 'post',
    path: '/applications/{number}/messages',
    tag: 'messages',
    title: 'Написать ведомству по заявлению',
    about:
      'Словами, файлами или и тем и другим, пока дело не закончено. Срок и состояние дела от письма не меняются. На вопрос специалиста ' +
      'отвечают иначе: `POST …/answers`. Когда ведомство напишет в ответ, гражданину придёт уведомление.',
    access: 'applicant',
    params: pathParams,
    headers: caseHeaders,
    body: CaseMessageInputSchema,
    keyName: 'applications/{number}/messages',
    responses: { 201: { about: 'Письмо у специалиста.', schema: CaseMessageSchema } },
    problems: ['wrong-state', 'scanning'],
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
  checkFileSignature: {
    method: 'get',
    path: '/applications/{number}/files/{file}/signature',
    tag: 'messages',
    title: 'Проверить подпись файла от ведомства',
    about:
      'Портал сам проверяет тот файл, который хранит; загружать его снова не нужно. Содержимого файла в ответе нет, поэтому хватает кода дела.',
    access: 'applicant',
    params: { ...pathParams, file: fileIdSchema },
    headers: caseHeaders,
    responses: { 200: { about: 'Верна ли подпись.', schema: FileSignatureSchema } },
  },
});
