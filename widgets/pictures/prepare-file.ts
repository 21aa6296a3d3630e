import { examineFile, type FileKind } from '../contract/uploads/content.ts';
import { readJpegHead, readPngHead, withoutMetadata, type PictureHead } from './picture-head.ts';
import type { PictureWarning } from './judge-picture.ts';
import { LONGEST_SIDE, workOnPicture, type DonePicture, type PictureOrder } from './picture-work.ts';
import { workerAddress, type WorkerAnswer } from './picture-worker.ts';

/** A file as it is sent, and what may be wrong with it. */
export interface PreparedFile {
  file: File;
  warning?: PictureWarning | undefined;
}

/** The browser cannot make a JPEG of a picture that the portal would not take as it is. */
export class UnreadablePictureError extends Error {
  override name = 'UnreadablePictureError';
}

/** What the portal takes as it is. */
const TAKEN: readonly FileKind[] = ['jpeg', 'png', 'pdf'];
/** Bytes of a JPEG in which its head is: camera makers write up to some hundred kilobytes before the picture. */
const HEAD = 1024 * 1024;

/**
 * Makes of a picture what is sent: a JPEG, upright, legible, without the place where it was taken. Gives the same file where there is nothing
 * to do: a PDF, and a picture that is so already. Rejects with an `UnreadablePictureError`, or as reading a file rejects.
 */
export async function prepareFile(file: File): Promise<PreparedFile> {
  const { kind } = await examineFile(file.size, bytesOf(file));
  if (!kind || kind === 'pdf') return { file };
  const head = await headOf(file, kind);
  const isUpright = head?.orientation === 1 && Math.max(head.width, head.height) <= LONGEST_SIDE;
  if (isUpright && !head.hasMetadata) return { file };
  try {
    const { jpeg, warning } = await inWorker({ file, isHeic: kind === 'heic', turns: 0 });
    const bare = isUpright && kind === 'jpeg' ? await bareJpeg(file) : undefined;
    // What was compressed once is not made larger by compressing it again.
    return { file: jpegFile(bare && bare.size <= jpeg.size ? bare : jpeg, file), warning };
  } catch (error) {
    if (!TAKEN.includes(kind)) throw new UnreadablePictureError('No JPEG of it', { cause: error });
    // As it is; at least nobody learns where it was taken.
    return { file: kind === 'jpeg' ? jpegFile(await bareJpeg(file), file) : file };
  }
}

/** What a picture says of itself; `undefined` for kinds that are made JPEG whatever they say. */
async function headOf(file: File, kind: FileKind): Promise<PictureHead | undefined> {
  if (kind !== 'jpeg' && kind !== 'png') return undefined;
  const bytes = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  return kind === 'jpeg' ? readJpegHead(bytes) : readPngHead(bytes);
}

/** A JPEG without its metadata. */
const bareJpeg = async (file: File) => new Blob(withoutMetadata(new Uint8Array(await file.arrayBuffer())));

/** Turns a picture by a quarter to the right. */
export async function turnPicture(file: File): Promise<File> {
  const { jpeg } = await inWorker({ file, isHeic: false, turns: 1 });
  return jpegFile(jpeg, file);
}

/** Reads bytes of a file, as `examineFile` asks for them. */
export const bytesOf =
  (file: Blob) =>
  async (start: number, end: number): Promise<Uint8Array> =>
    new Uint8Array(await file.slice(start, end).arrayBuffer());

/** A file with the name and time of another: `снимок.heic` becomes `снимок.jpg`. */
const jpegFile = (jpeg: Blob, { name, lastModified }: File) =>
  new File([jpeg], name.replace(/\.(?:hei[cf]|hif|avif|webp|gif|bmp|png)$/i, '.jpg'), {
    type: 'image/jpeg',
    lastModified,
  });

/** Works on a picture in a worker; in the page where the browser or the page's policy has none. */
async function inWorker(order: PictureOrder): Promise<DonePicture> {
  const worker = startWorker();
  if (!worker) return workOnPicture(order);
  try {
    const answer = await new Promise<WorkerAnswer | undefined>((resolve) => {
      worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
        resolve(data);
      });
      // The policy of the page does not let it start, or it cannot fetch its code.
      worker.addEventListener('error', () => {
        resolve(undefined);
      });
      worker.postMessage(order);
    });
    if (answer && 'failed' in answer) throw new Error(answer.failed);
    return answer?.done ?? (await workOnPicture(order));
  } finally {
    // Its memory goes with it.
    worker.terminate();
  }
}

function startWorker(): Worker | undefined {
  const code = new Blob([`import ${JSON.stringify(workerAddress)}`], { type: 'text/javascript' });
  const address = URL.createObjectURL(code);
  try {
    return new Worker(address, { type: 'module' });
  } catch {
    return undefined;
  } finally {
    // A worker that has started has read it; Firefox reads it a little later.
    setTimeout(() => {
      URL.revokeObjectURL(address);
    }, 10_000);
  }
}
