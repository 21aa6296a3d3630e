import type { States } from '../../tests/gallery/states.ts';
import {
  attachFile,
  findButton,
  waitUntilFound,
  mountElement,
  openPortal,
  visibleTextOf,
  spoil,
} from '../../tests/widgets/page.ts';
import { FILE_MAX_BYTES } from '../contract/uploads/limits.ts';
import type { FileMessages } from '../fields/field-kind.ts';
import type { FileField } from './file-field.ts';
import { ru } from './file-messages.ts';
import './register-file-field.ts';

/** Where a file can be, and why it can be refused: words that the field has for them. */
type FileState = keyof Pick<
  FileMessages,
  'uploading' | 'scanning' | 'waiting' | 'done' | 'removed' | 'wrongType' | 'tooLarge' | 'unsafe'
>;

const PATH = '/v1/uploads';
const NAME = 'справка о доходах за полгода.pdf';
/** What every scanner takes for a virus (https://www.eicar.org). */
const EICAR = '%PDF-1.7 X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';
const pdf = (content: BlobPart = '%PDF-1.4\n%%EOF\n') =>
  new File([content], NAME, { type: 'application/pdf' });

async function open(properties: Partial<FileField> = {}): Promise<FileField> {
  const field = await mountElement<FileField>('okno-file-field', {
    label: 'Справка о доходах',
    hint: 'За последние шесть месяцев',
    optional: 'необязательно',
    portal: await openPortal(),
    ...properties,
  });
  await waitUntilFound(() => field.announcer, 'the live region');
  return field;
}

/** A field with a file, which says something of it. */
async function attached(file: File, words: string): Promise<FileField> {
  const field = await open();
  attachFile(field, file);
  await waitUntilFound(() => visibleTextOf(field).includes(words), words);
  return field;
}

/** The states of `<okno-file-field>`. */
export const states = {
  empty: () => open(),
  missing: () => open({ required: true, error: 'Приложите файл: «Справка о доходах».' }),
  uploading: async () => {
    await spoil({ kind: 'latency', ms: 60_000, path: PATH });
    return attached(pdf(), ru.uploading);
  },
  scanning: async () => {
    await spoil({ kind: 'latency', ms: 60_000, path: PATH, methods: ['GET'] });
    return attached(pdf(), ru.scanning);
  },
  waiting: async () => {
    await spoil({ kind: 'unavailable', retryAfter: 3600, path: PATH });
    return attached(pdf(), ru.waiting);
  },
  done: () => attached(pdf(), ru.arrived(NAME)),
  removed: async () => {
    const field = await attached(pdf(), ru.arrived(NAME));
    findButton(field, ru.removeWhat(NAME))?.click();
    await waitUntilFound(() => visibleTextOf(field).includes(ru.removed(NAME)), ru.removed(NAME));
    return field;
  },
  wrongType: () => attached(new File(['#!/bin/sh'], NAME, { type: 'text/x-sh' }), ru.wrongType(NAME)),
  tooLarge: () => attached(pdf(new Uint8Array(FILE_MAX_BYTES + 1)), ru.tooLarge(NAME)),
  unsafe: () => attached(pdf(EICAR), ru.unsafe(NAME)),
} satisfies States<FileState | 'empty' | 'missing'>;
