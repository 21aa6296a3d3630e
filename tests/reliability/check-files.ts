// Longer than most: what is asked of each file, and of choices of several.
import { setTimeout as sleep } from 'node:timers/promises';

import { ru } from '../../widgets/forms/file-messages.ts';
import { readJpegHead } from '../../widgets/pictures/picture-head.ts';
import { tidyFileName } from '../../widgets/contract/uploads/file-name.ts';
import { TODAY } from '../today.ts';
import { citizensFiles, type CitizensFile } from './citizens-files.ts';
import * as inPage from './field-in-page.ts';
import { FormOnLine } from './form-on-line.ts';
import { FILE_QUESTIONS, controlOf } from './kindergarten-form.ts';

const FIELD = controlOf(FILE_QUESTIONS[0] ?? '');
/** Milliseconds between two looks, and how long one file may take. */
const [LOOK_EVERY, PATIENCE] = [50, 60_000];

/** What has come of the files: a line for each that did not come out as it should. */
export interface FilesReport {
  all: number;
  refused: number;
  faults: string[];
}

/** Gives each file as people have it to the form, or one of so many, and compares what comes of it with what should. */
export async function checkFiles(oneOf = 1): Promise<FilesReport> {
  const form = await FormOnLine.start();
  try {
    await form.open();
    await form.openFileStep();
    const made = Object.entries(await form.page.evaluate(inPage.makePhotos));
    const photos = Object.fromEntries(made.map(([name, base64]) => [name, Buffer.from(base64, 'base64')]));
    const files = citizensFiles(photos as unknown as Parameters<typeof citizensFiles>[0]);
    const faults: string[] = [];
    const chosen = files.filter((_, i) => i % oneOf === TODAY % oneOf);
    for (const file of chosen) {
      faults.push(...(await checkFile(form, file)).map((fault) => `${file.what}: ${fault}`));
      await form.page.evaluate(inPage.emptyField, FIELD);
    }
    for (const [what, check] of CHOICES)
      faults.push(...(await check(form, files)).map((fault) => `${what}: ${fault}`));
    return {
      all: chosen.length + CHOICES.length,
      refused: chosen.filter((file) => file.refused).length,
      faults,
    };
  } finally {
    await form.stop();
  }
}

/** Chooses one file. Gives what is wrong with what comes of it. */
async function checkFile(form: FormOnLine, file: CitizensFile): Promise<string[]> {
  await choose(form, [file]);
  if (file.refused) {
    const sentence = sentenceFor(file, file.refused);
    const { text } = await waitFor(form, (shown) => shown.text.includes(sentence));
    return text.includes(sentence) ? [] : [`«${sentence}» is not said: ${text}`];
  }
  const { files, text } = await waitFor(form, (shown) => !!shown.files[0]?.id);
  const [upload] = files;
  if (!upload?.id) return [`it does not arrive: ${text}`];
  const stored = await form.read(upload.id);
  const wanted = tidyFileName(file.arrivesAs ?? file.name);
  return [
    ...(upload.name === wanted ? [] : [`it is called «${upload.name}»`]),
    ...(!file.isSame || stored.equals(file.bytes) ? [] : ['it has other bytes']),
    ...pictureFaults(stored, file),
  ];
}

/** What is wrong with a picture on the portal: how it stands, how large it is, what it tells. */
function pictureFaults(stored: Buffer, { sides, isSame, bytes }: CitizensFile): string[] {
  if (isSame) return [];
  const head = readJpegHead(stored);
  if (!head) return ['it is no JPEG'];
  const [width, height] = sides ?? [head.width, head.height];
  return [
    ...(head.width === width && head.height === height ? [] : [`it has ${head.width} × ${head.height}`]),
    ...(head.orientation === 1 ? [] : ['it does not stand upright']),
    ...(head.hasMetadata || stored.includes('GPS') ? ['it tells where it was taken'] : []),
    // Small pictures of few colours are smaller in other formats, and grow when they are turned.
    ...(stored.length <= bytes.length || readJpegHead(bytes)?.orientation !== 1
      ? []
      : [`it has grown to ${stored.length} bytes`]),
  ];
}

const CHOICES: [what: string, check: (form: FormOnLine, files: CitizensFile[]) => Promise<string[]>][] = [
  [
    'the same twice',
    async (form, files) => {
      const [pdf] = files.filter(({ what }) => what === 'a PDF');
      if (!pdf) return ['there is no PDF'];
      await choose(form, [pdf]);
      await waitFor(form, (shown) => !!shown.files[0]?.id);
      return choiceFaults(form, [pdf], { count: 1, sentence: ru.twice(pdf.name) });
    },
  ],
  [
    'too many',
    (form, files) => {
      const some = files.filter(({ isSame }) => isSame).slice(-10);
      const last = some.at(-1)?.name ?? '';
      return choiceFaults(form, some, { count: 9, sentence: ru.tooMany(tidyFileName(last), 9) });
    },
  ],
  [
    'one bad among good ones',
    (form, files) => {
      const good = files.filter(({ isSame }) => isSame);
      const bad = files.filter(({ what }) => what === 'a film');
      const some = [...good.slice(0, 1), ...bad, ...good.slice(-1)];
      return choiceFaults(form, some, { count: 2, sentence: ru.wrongType(bad[0]?.name ?? '') });
    },
  ],
];

async function choiceFaults(
  form: FormOnLine,
  files: CitizensFile[],
  { count, sentence }: { count: number; sentence: string },
): Promise<string[]> {
  await choose(form, files);
  const isDone = ({ text, files: shown }: inPage.ShownField) =>
    text.includes(sentence) && shown.length === count && shown.every(({ id }) => id);
  const shown = await waitFor(form, isDone);
  await form.page.evaluate(inPage.emptyField, FIELD);
  return isDone(shown) ? [] : [`${shown.files.length} files, ${shown.text}`];
}

const choose = (form: FormOnLine, files: CitizensFile[]) =>
  form.page.evaluate(
    inPage.chooseInField,
    FIELD,
    files.map(({ name, type = '', bytes, size }) => ({ name, type, base64: bytes.toString('base64'), size })),
  );

function sentenceFor(file: CitizensFile, refused: NonNullable<CitizensFile['refused']>): string {
  const word = ru[refused];
  return typeof word === 'function' ? (word as (name: string) => string)(tidyFileName(file.name)) : '';
}

/** Gives what the field shows as soon as it is so, or when the time is over. */
async function waitFor(
  form: FormOnLine,
  isWanted: (shown: inPage.ShownField) => boolean,
): Promise<inPage.ShownField> {
  for (const end = performance.now() + PATIENCE; ;) {
    const shown = await form.page.evaluate(inPage.readField, FIELD);
    if (isWanted(shown) || performance.now() > end) return shown;
    await sleep(LOOK_EVERY);
  }
}
