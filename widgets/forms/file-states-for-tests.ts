// Longer than most: every state in which a file can be.
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
import type { PictureWarning } from '../pictures/judge-picture.ts';
import type { ChoiceFault } from './choose-files.ts';
import type { FileField } from './file-field.ts';
import { ru } from './file-messages.ts';
import type { UploadStage } from './file-uploads.ts';
import './register-file-field.ts';

/** Where a file can be, and why it can be refused: a file that is sent may be scanned already. */
type FileState =
  | Exclude<UploadStage['at'], 'refused'>
  | Extract<UploadStage, { at: 'refused' }>['why']
  | ChoiceFault
  | `${PictureWarning} picture`
  | keyof Pick<FileMessages, 'scanning' | 'removed' | 'moved' | 'turned' | 'look' | 'photo'>;

const PATH = '/v1/uploads';
const NAME = 'справка о доходах за полгода.pdf';
/** What every scanner takes for a virus (https://www.eicar.org). */
const EICAR = '%PDF-1.7 X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';
/** The beginning of a photo of an iPhone. */
const HEIC_HEAD = new Uint8Array([0, 0, 0, 24, ...new TextEncoder().encode('ftypheic')]);
const pdf = (content: BlobPart = '%PDF-1.4\n%%EOF\n') =>
  new File([content], NAME, { type: 'application/pdf' });

/** The photo of a page: letters as they come, or less than can be read. */
async function photo(look: PictureWarning | 'sharp' = 'sharp', name = 'страница.jpg'): Promise<File> {
  const canvas = new OffscreenCanvas(1200, 1600);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.fillStyle = look === 'dark' ? '#222' : '#f4f4f0';
  context.fillRect(0, 0, 1200, 1600);
  context.filter = look === 'blurred' ? 'blur(12px)' : 'none';
  context.fillStyle = '#111';
  context.font = '40px sans-serif';
  if (look !== 'empty')
    for (let line = 0; line < 30; line++)
      context.fillText('Справка дана Примеровой Анне', 80, 100 + line * 48);
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
  // Metadata: without them a small picture is sent as it is, and not looked at.
  const about = new Uint8Array([0xff, 0xfe, 0, 4, 0x68, 0x69]);
  return new File([jpeg.slice(0, 2), about, jpeg.slice(2)], name, { type: 'image/jpeg', lastModified: 1 });
}

/** A field with the photo of a page that the portal has. */
async function withPhoto(look: PictureWarning | 'sharp' = 'sharp'): Promise<FileField> {
  const field = await open();
  attachFile(field, await photo(look));
  await waitUntilFound(() => visibleTextOf(field).includes(`· ${ru.done}`), ru.done);
  return field;
}

/** A field with the photo of a page, of which it says something. */
async function warned(warning: PictureWarning): Promise<FileField> {
  const field = await withPhoto(warning);
  await waitUntilFound(() => visibleTextOf(field).includes(ru.warnings[warning]), ru.warnings[warning]);
  return field;
}

/** Presses a button of a field, and waits for what it says then. */
async function pressed(field: FileField, button: string, words: string): Promise<FileField> {
  (await waitUntilFound(() => findButton(field, button), button)).click();
  await waitUntilFound(() => visibleTextOf(field).includes(words), words);
  return field;
}

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
  untouched: () => open(),
  missing: () => open({ required: true, error: 'Приложите файл: «Справка о доходах».' }),
  waiting: async () => {
    await spoil({ kind: 'latency', ms: 60_000, path: PATH });
    const field = await open();
    attachFile(field, ...['', '.', '..'].map((more) => pdf(`%PDF-1.4\n${more}%%EOF\n`)));
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
    const field = await attached(pdf(new Blob(['%PDF-1.4\n', new Uint8Array(21 * 1024 * 1024)])), ru.held);
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
  empty: () => attached(pdf(''), ru.empty(NAME)),
  broken: async () => {
    const whole = await photo();
    return attached(new File([whole.slice(0, 20_000)], NAME), ru.broken(NAME));
  },
  locked: () => attached(pdf('%PDF-1.7 trailer << /Encrypt 5 0 R >> %%EOF'), ru.locked(NAME)),
  twice: async () => {
    const file = pdf();
    const field = await attached(file, ru.arrived(NAME));
    attachFile(field, file);
    await waitUntilFound(() => visibleTextOf(field).includes(ru.twice(NAME)), ru.twice(NAME));
    return field;
  },
  tooMany: async () => {
    const field = await open({ maxCount: 1 });
    attachFile(field, pdf(), pdf('%PDF-1.4\nдругой%%EOF\n'));
    await waitUntilFound(() => visibleTextOf(field).includes(ru.tooMany(NAME, 1)), ru.tooMany(NAME, 1));
    return field;
  },
  tooLarge: () => attached(pdf(new Uint8Array(FILE_MAX_BYTES + 1)), ru.tooLarge(NAME)),
  changed: async () => {
    const field = await open({ value: [unreadable(pdf())] });
    await waitUntilFound(() => visibleTextOf(field).includes(ru.changed(NAME)), ru.changed(NAME));
    return field;
  },
  preparing: async () => {
    const endless = Object.assign(pdf(), {
      slice: () => ({ arrayBuffer: () => new Promise(() => undefined) }),
    });
    return open({ value: [endless] });
  },
  prepared: {
    impossible: 'a file is in this state for no longer than its answer needs to have the other one',
  },
  unreadable: () =>
    attached(new File([HEIC_HEAD, 'broken'], 'IMG_0001.HEIC'), ru.unreadable('IMG_0001.HEIC')),
  'empty picture': () => warned('empty'),
  'dark picture': () => warned('dark'),
  'blurred picture': () => warned('blurred'),
  photo: () => open({ camera: true }),
  moved: async () => {
    const field = await withPhoto();
    attachFile(field, pdf());
    const words = ru.moved(NAME, 1, 2);
    return pressed(field, ru.earlierWhat(NAME), words);
  },
  turned: async () => pressed(await withPhoto(), ru.turnWhat('страница.jpg'), ru.turned('страница.jpg')),
  look: async () => pressed(await withPhoto(), ru.lookWhat('страница.jpg'), ru.close),
  unsafe: () => attached(pdf(EICAR), ru.unsafe(NAME)),
} satisfies States<FileState | 'untouched' | 'missing'>;
