import { createHash, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Line } from './cutting-proxy.ts';
import { FormOnLine } from './form-on-line.ts';
import { memoryOfPage } from './page-memory.ts';

/** Milliseconds between two looks at the portal, and after which nothing will come any more. */
const [LOOK_EVERY, PATIENCE] = [100, 120_000];

/** What has become of one file on a line that is cut off. */
export interface CutUpload {
  /** Whether the portal has the bytes that were chosen. */
  isEqual: boolean;
  /** How often the line was cut while there were connections, and how often a piece was sent again. */
  cuts: number;
  repeated: number;
  pieces: number;
  /** Bytes that went up, with all headers. */
  sent: number;
  seconds: number;
}

/**
 * Uploads a file of so many bytes over a line. In the middle the page is reloaded, the browser killed, the portal restarted: none of it
 * begins anew.
 */
export async function uploadOverLine(size: number, line: Line): Promise<CutUpload> {
  const form = await FormOnLine.start(line);
  try {
    const [path, hash] = writeFile(form.folder, 'справка.pdf', size);
    await form.open();
    const began = performance.now();
    await form.chooseFiles(path);
    for (const [share, disturb] of [
      [0.25, () => form.reload()],
      [0.5, () => form.killBrowser()],
      [0.75, () => form.restartPortal()],
    ] as const) {
      await until(form, ({ bytes }) => bytes > share * size);
      await disturb();
    }
    const { complete } = await until(form, (all) => all.complete.length > 0);
    const seconds = (performance.now() - began) / 1000;
    const { pieces, cuts, sent } = form.proxy;
    return {
      isEqual: sha256(await form.read(complete[0] ?? '')) === hash,
      cuts,
      repeated: pieces.length - new Set(pieces).size,
      pieces: pieces.length,
      sent,
      seconds,
    };
  } finally {
    await form.stop();
  }
}

/** The most memory that the page has while ten files of so many bytes are chosen at once and go up; and before. In bytes. */
export async function memoryOfTenFiles(size: number): Promise<{ before: number; most: number }> {
  const form = await FormOnLine.start();
  try {
    const files = Array.from({ length: 10 }, (_, i) => writeFile(form.folder, `справка ${i}.pdf`, size)[0]);
    await form.open();
    const before = memoryOfPage(form.profile);
    let most = before;
    await form.chooseFiles(...files);
    await until(form, ({ complete }) => {
      most = Math.max(most, memoryOfPage(form.profile));
      return complete.length === files.length;
    });
    return { before, most };
  } finally {
    await form.stop();
  }
}

/** Waits until the portal has what is wanted. Throws where nothing more comes for two minutes. */
async function until(
  form: FormOnLine,
  isWanted: (received: ReturnType<FormOnLine['received']>) => boolean,
): Promise<ReturnType<FormOnLine['received']>> {
  let last = { bytes: -1, at: performance.now() };
  for (;;) {
    const received = form.received();
    if (isWanted(received)) return received;
    if (received.bytes !== last.bytes) last = { bytes: received.bytes, at: performance.now() };
    if (performance.now() - last.at > PATIENCE) throw new Error(`Nothing comes after ${last.bytes} bytes`);
    await sleep(LOOK_EVERY);
  }
}

/** Writes a file that begins and ends as a PDF does. Gives its path and hash. */
function writeFile(folder: string, name: string, size: number): [path: string, hash: string] {
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 15), Buffer.from('%%EOF\n')]);
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return [path, sha256(bytes)];
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
