import type { Shape } from '../openapi/operation.ts';
import {
  CaseFileListSchema,
  CaseFileSchema,
  CaseMessageChangeSchema,
  CaseMessageInputSchema,
  CaseMessageListSchema,
  CaseMessageSchema,
  FileSignatureSchema,
} from './schemas.ts';

const MESSAGE_EXAMPLE = {
  id: '0b0e6a53-7d43-4a7e-9d0b-6f3a2f3f8c11',
  at: '2026-11-26T04:20:00.000Z',
  role: 'specialist',
  text: 'Мы проверили заявление и документы. Всё на месте, ничего приносить не нужно.',
};
const FILE_EXAMPLE = {
  id: '5f6d3f0e-34a5-4f27-b2a5-3f6c1f4b6f52',
  name: 'Решение {regionCode}-2026-000001.pdf',
  size: 4734,
  type: 'application/pdf',
  issuedAt: '2026-12-02T07:10:00.000Z',
};

/** Shapes of case messages and of files from the agency, with their texts and examples. */
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
    example: MESSAGE_EXAMPLE,
  },
  CaseMessageList: {
    schema: CaseMessageListSchema,
    about: 'Переписка по делу.',
    fields: { items: 'Письма, сначала новые.', next: 'Откуда продолжить. Нет, если это все письма.' },
    example: { items: [MESSAGE_EXAMPLE] },
  },
  CaseMessageInput: {
    schema: CaseMessageInputSchema,
    about: 'Что заявитель пишет ведомству: словами, файлами или и тем и другим.',
    fields: { text: 'Словами.', uploads: 'Загруженные файлы.' },
    example: { text: 'Мы переехали. Новый адрес: улица Примерная, дом 7.' },
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
    example: FILE_EXAMPLE,
  },
  CaseFileList: {
    schema: CaseFileListSchema,
    about: 'Файлы от ведомства.',
    fields: { items: 'Файлы, от старых к новым.' },
    example: { items: [FILE_EXAMPLE] },
  },
  FileSignature: {
    schema: FileSignatureSchema,
    about: 'Верна ли подпись файла от ведомства.',
    fields: {
      valid: 'Да, если файл такой, каким его подписали.',
      signer: 'Какой орган подписал.',
      reason: 'Почему подпись не верна.',
      checkedAt: 'Когда портал проверил.',
      note: 'Что нужно знать об ответе.',
    },
    example: {
      valid: true,
      signer: 'Комитет по образованию города {centreGenitive}',
      checkedAt: '2026-12-02T07:30:00.000Z',
    },
  },
};
