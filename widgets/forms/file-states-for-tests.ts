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
import type { FileRefusal } from '../portal/uploads.ts';
import type { FileField } from './file-field.ts';
import { ru } from './file-messages.ts';
import type { UploadStage } from './file-uploads.ts';
import './register-file-field.ts';

/** Where a file can be, and why it can be refused: a file that is sent may be scanned already. */
type FileState =
  | Exclude<UploadStage['at'], 'refused'>
  | FileRefusal
  | keyof Pick<FileMessages, 'scanning' | 'removed'>;

const PATH = '/v1/uploads';
const NAME = 'справка о доходах за полгода.pdf';
/** What every scanner takes for a virus (https://www.eicar.org). */
const EICAR = '%PDF-1.7 X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';
const pdf = (content: BlobPart = '%PDF-1.4\n%%EOF\n') =>
  new File([content], NAME, { type: 'application/pdf' });

/** A file that was changed on the disk since it was chosen. */
function unreadable(file: File): File {
  const gone = () => Promise.reject(new DOMException('The file was changed', 'NotReadableError'));
  return Object.assign(file, { slice: () => Object.assign(new Blob(['?']), { arrayBuffer: gone }) });
}

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
  waiting: async () => {
    await spoil({ kind: 'latency', ms: 60_000, path: PATH });
    const field = await open();
    attachFile(field, ...['1', '2', '3'].map((number) => pdf(`%PDF-1.4\n${number}%%EOF\n`)));
    await waitUntilFound(() => visibleTextOf(field).includes(ru.waiting), ru.waiting);
    return field;
  },
  sending: async () => {
    await spoil({ kind: 'latency', ms: 60_000, path: PATH });
    return attached(pdf(), ru.uploading);
  },
  paused: async () => {
    await spoil({ kind: 'latency', ms: 60_000, path: PATH });
    const field = await attached(pdf(), ru.uploading);
    findButton(field, ru.pauseWhat(NAME))?.click();
    await waitUntilFound(() => visibleTextOf(field).includes(ru.paused), ru.paused);
    return field;
  },
  held: async () => {
    const { connection } = navigator as { connection?: { effectiveType: string } };
    Object.defineProperty(connection, 'effectiveType', { value: '2g', configurable: true });
    const field = await attached(pdf(new Uint8Array(21 * 1024 * 1024)), ru.held);
    Reflect.deleteProperty(connection ?? {}, 'effectiveType');
    return field;
  },
  scanning: async () => {
    await spoil({ kind: 'latency', ms: 60_000, path: PATH, methods: ['GET'] });
    return attached(pdf(), ru.scanning);
  },
  resting: async () => {
    await spoil({ kind: 'unavailable', retryAfter: 3600, path: PATH });
    return attached(pdf(), ru.resting);
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
  changed: async () => {
    const field = await open({ value: [unreadable(pdf())] });
    await waitUntilFound(() => visibleTextOf(field).includes(ru.changed(NAME)), ru.changed(NAME));
    return field;
  },
  unsafe: () => attached(pdf(EICAR), ru.unsafe(NAME)),
} satisfies States<FileState | 'empty' | 'missing'>;
