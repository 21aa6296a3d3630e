import * as v from 'valibot';

import {
  CaseFileListSchema,
  CaseFileSchema,
  CaseMessageChangeSchema,
  CaseMessageListSchema,
  CaseMessageSchema,
} from '../message.ts';
import { CaseNumberSchema, LimitSchema } from '../values.ts';
import { operations, type Shape } from './operation.ts';

const number = { number: CaseNumberSchema };
const { id: message } = CaseMessageSchema.entries;
const { id: file } = CaseFileSchema.entries;

export const MESSAGES = operations({
  listApplicationMessages: {
    method: 'get',
    path: '/applications/{number}/messages',
    tag: 'messages',
    title: 'Прочитать переписку по заявлению',
    about: 'Сначала новые письма: от ведомства и ваши ответы ему.',
    access: 'citizen',
    params: number,
    query: { after: v.optional(message), limit: v.optional(LimitSchema) },
    answers: { 200: { about: 'Письма.', schema: CaseMessageListSchema } },
  },
  updateApplicationMessage: {
    method: 'patch',
    path: '/applications/{number}/messages/{message}',
    tag: 'messages',
    title: 'Отметить письмо прочитанным',
    about: 'Повтор ничего не меняет, ключ не нужен.',
    access: 'citizen',
    params: { ...number, message },
    body: CaseMessageChangeSchema,
    answers: { 200: { about: 'Письмо прочитано.', schema: CaseMessageSchema } },
  },
  listApplicationFiles: {
    method: 'get',
    path: '/applications/{number}/files',
    tag: 'messages',
    title: 'Перечислить файлы от ведомства',
    access: 'citizen',
    params: number,
    answers: { 200: { about: 'Файлы, от старых к новым.', schema: CaseFileListSchema } },
  },
  getApplicationFile: {
    method: 'get',
    path: '/applications/{number}/files/{file}',
    tag: 'messages',
    title: 'Скачать файл от ведомства',
    about: 'Байты файла, чтобы сохранить его: страница с ним в браузере не откроется.',
    access: 'citizen',
    params: { ...number, file },
    answers: {
      200: {
        about: 'Файл.',
        media: 'text/plain',
        headers: { 'Content-Disposition': 'Как назвать файл.' },
      },
    },
  },
});

const EXAMPLE_MESSAGE = {
  id: '0b0e6a53-7d43-4a7e-9d0b-6f3a2f3f8c11',
  at: '2026-11-26T04:20:00.000Z',
  role: 'specialist',
  text: 'Мы проверили заявление и документы. Всё на месте, ничего приносить не нужно.',
};
const EXAMPLE_FILE = {
  id: '5f6d3f0e-34a5-4f27-b2a5-3f6c1f4b6f52',
  name: 'Решение 22-2026-000001.txt',
  size: 734,
  type: 'text/plain',
  issuedAt: '2026-12-02T07:10:00.000Z',
};

export const MESSAGE_SHAPES: Record<string, Shape> = {
  CaseMessage: {
    schema: CaseMessageSchema,
    about: 'Письмо по делу.',
    fields: {
      id: 'Чем письмо отличается от других.',
      at: 'Когда написано.',
      role: 'Кто написал: заявитель (applicant), специалист (specialist) или другой орган (otherAgency).',
      text: 'Что написано.',
      uploads: 'Что приложил заявитель.',
      readAt: 'Когда гражданин отметил письмо прочитанным. Его собственные письма прочитаны сразу.',
    },
    example: EXAMPLE_MESSAGE,
  },
  CaseMessageList: {
    schema: CaseMessageListSchema,
    about: 'Переписка по делу.',
    fields: { items: 'Письма, сначала новые.', next: 'Откуда продолжить. Нет, если это все письма.' },
    example: { items: [EXAMPLE_MESSAGE] },
  },
  CaseMessageChange: {
    schema: CaseMessageChangeSchema,
    about: 'Что меняется в письме.',
    fields: { read: 'Письмо прочитано. Отметить его снова непрочитанным нельзя.' },
    example: { read: true },
  },
  CaseFile: {
    schema: CaseFileSchema,
    about: 'Файл, который прислало ведомство.',
    fields: {
      id: 'Чем файл отличается от других.',
      name: 'Как называется, с расширением.',
      size: 'Сколько в нём байтов.',
      type: 'Вид содержимого: медиатип по содержимому, а не по названию.',
      issuedAt: 'Когда прислан.',
    },
    example: EXAMPLE_FILE,
  },
  CaseFileList: {
    schema: CaseFileListSchema,
    about: 'Файлы от ведомства.',
    fields: { items: 'Файлы, от старых к новым.' },
    example: { items: [EXAMPLE_FILE] },
  },
};
