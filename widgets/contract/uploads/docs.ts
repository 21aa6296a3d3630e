import type { Shape } from '../openapi/operation.ts';
import { UploadSchema } from '../values/schemas.ts';
import { UploadRecordSchema } from './schemas.ts';

/** Shapes of uploads, with their texts and examples. */
export const UPLOAD_SHAPES: Record<string, Shape> = {
  Upload: {
    schema: UploadSchema,
    about: 'Файл, который портал уже сохранил и проверил.',
    fields: {
      id: 'Последняя часть адреса загрузки.',
      name: 'Имя файла для людей.',
      size: 'Размер в байтах.',
      type: 'Вид файла по его содержанию.',
    },
    example: {
      id: '7b3c1f0a-52d4-4c8e-9a6b-0d1e2f3a4b5c',
      name: 'справка.jpg',
      size: 2_481_152,
      type: 'image/jpeg',
    },
  },
  UploadRecord: {
    schema: UploadRecordSchema,
    about: 'Что стало с файлом.',
    fields: {
      id: 'Последняя часть адреса загрузки.',
      name: 'Имя файла для людей.',
      size: 'Размер всего файла в байтах.',
      received: 'Сколько байтов портал уже сохранил.',
      type: 'Вид файла по его содержанию. Известен, когда файл дошёл целиком.',
      state:
        '`receiving` — файл ещё идёт, `scanning` — портал его проверяет, `clean` — подходит к заявлению, `refused` — не подходит.',
      refusal:
        'Почему не подходит: `type` — это не JPEG, PNG и не PDF, `broken` — части картинки нет, `locked` — открывается только с паролем, `unsafe` — в файле нашли опасное.',
      expiresAt: 'Когда портал забудет файл, если его не приложат к заявлению.',
    },
    example: {
      id: '7b3c1f0a-52d4-4c8e-9a6b-0d1e2f3a4b5c',
      name: 'справка.jpg',
      size: 2_481_152,
      received: 2_481_152,
      type: 'image/jpeg',
      state: 'clean',
      expiresAt: '2026-11-28T05:00:00.000Z',
    },
  },
};
