import * as v from 'valibot';

import { defineOperations } from '../openapi/operation.ts';
import { UploadSchema } from '../values/schemas.ts';
import { UploadRecordSchema } from './schemas.ts';

const pathParams = { id: UploadSchema.entries.id };
/** The media type of a chunk, by the protocol tus. */
const chunkMediaType = 'application/offset+octet-stream';

/** The schema of a header that holds a whole number, in the form of `pattern`; parsed, a number. */
const numberHeaderSchema = (pattern: RegExp) => v.pipe(v.string(), v.regex(pattern), v.transform(Number));
/** Optional here because the handler checks it: if it is missing or another version, tus asks for the problem `tus-version`. */
const tusVersionHeader = { 'Tus-Resumable': v.optional(v.pipe(v.string(), v.maxLength(20))) };
/** `sha1` and 28 characters of base64, or `sha256` and 44; both end with `=`. */
const checksumHeader = {
  'Upload-Checksum': v.optional(
    v.pipe(v.string(), v.regex(/^(?:sha1 [A-Za-z0-9+/]{27}|sha256 [A-Za-z0-9+/]{43})=$/)),
  ),
};

const TUS_HEADER = { 'Tus-Resumable': 'Версия протокола.' };
const PROGRESS_HEADERS = {
  ...TUS_HEADER,
  'Upload-Offset': 'Сколько байтов портал уже сохранил.',
  'Upload-Expires': 'Когда портал забудет файл, если его не приложат к заявлению.',
};

/** Operations on uploads: the protocol tus 1.0 with its extensions creation, checksum and expiration. */
export const UPLOAD_OPERATIONS = defineOperations({
  createUpload: {
    method: 'post',
    path: '/uploads',
    tag: 'uploads',
    title: 'Начать загрузку файла',
    about:
      'Портал берёт JPEG, PNG и PDF до 50 МБ и узнаёт их по содержанию, а не по имени. Загрузить можно и без входа. Начало ' +
      'файла можно прислать сразу, в теле запроса. Адрес загрузки — ключ к ней: его знает только тот, кто её начал. Кто вошёл, ' +
      'чужих загрузок не видит и по адресу.',
    access: 'anybody',
    headers: {
      ...tusVersionHeader,
      ...checksumHeader,
      'Upload-Length': numberHeaderSchema(/^[1-9]\d{0,14}$/),
      'Upload-Metadata': v.pipe(v.string(), v.maxLength(4000)),
    },
    mediaType: chunkMediaType,
    isBodyOptional: true,
    responses: {
      201: {
        about: 'Портал ждёт файл.',
        headers: { ...PROGRESS_HEADERS, Location: 'Адрес загрузки.' },
      },
    },
    problems: ['tus-version', 'checksum'],
  },
  // Stands before `getUpload`: the router uses the first operation that matches, and a HEAD matches both.
  findUploadOffset: {
    method: 'head',
    path: '/uploads/{id}',
    tag: 'uploads',
    title: 'Узнать, сколько файла дошло',
    about: 'С этого места загрузку продолжают.',
    access: 'anybody',
    params: pathParams,
    headers: tusVersionHeader,
    responses: {
      200: {
        about: 'Сколько дошло.',
        headers: {
          ...PROGRESS_HEADERS,
          'Upload-Length': 'Сколько байтов в файле всего.',
          'Upload-Metadata': 'Имя файла, как его запомнил портал.',
        },
      },
    },
    problems: ['tus-version', 'in-flight'],
  },
  getUpload: {
    method: 'get',
    path: '/uploads/{id}',
    tag: 'uploads',
    title: 'Узнать, что стало с файлом',
    about: 'После загрузки портал проверяет файл. К заявлению подходит только проверенный: `clean`.',
    access: 'anybody',
    params: pathParams,
    responses: { 200: { about: 'Что известно о файле.', schema: UploadRecordSchema } },
  },
  appendUpload: {
    method: 'patch',
    path: '/uploads/{id}',
    tag: 'uploads',
    title: 'Прислать кусок файла',
    about:
      'Кусок без контрольной суммы портал хранит, сколько бы его ни дошло. Кусок с контрольной суммой — только целиком. ' +
      'Если два куска приходят сразу, портал принимает тот, что начат позже. Последний кусок файла неподходящего вида портал ' +
      'не берёт.',
    access: 'anybody',
    params: pathParams,
    headers: {
      ...tusVersionHeader,
      ...checksumHeader,
      'Upload-Offset': numberHeaderSchema(/^(?:0|[1-9]\d{0,14})$/),
    },
    mediaType: chunkMediaType,
    responses: { 204: { about: 'Кусок на диске портала.', headers: PROGRESS_HEADERS } },
    problems: ['tus-version', 'wrong-offset', 'in-flight', 'checksum'],
  },
  deleteUpload: {
    method: 'delete',
    path: '/uploads/{id}',
    tag: 'uploads',
    title: 'Удалить файл',
    about: 'Файл, приложенный к заявлению, принадлежит делу: по этому адресу его больше нет.',
    access: 'anybody',
    params: pathParams,
    headers: tusVersionHeader,
    responses: { 204: { about: 'Файла на портале нет.', headers: TUS_HEADER } },
    problems: ['tus-version', 'in-flight'],
  },
});
