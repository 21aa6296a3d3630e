import * as v from 'valibot';

import { UploadRecordSchema, type UploadRecord } from '../contract/uploads/schemas.ts';
import { UploadSchema, type Upload } from '../contract/values/schemas.ts';
import { pause } from './attempt.ts';
import type { Portal } from './context.ts';
import { OfflineError, PortalError, loadPart } from './errors.ts';
import { read } from './http.ts';
import type { UploadOptions } from './upload-pieces.ts';

/** Milliseconds before the first question how the scan went, and at most before the next. */
const FIRST_LOOK = 300;
const LONGEST_LOOK = 5000;
/** How often it is asked: about two minutes. */
const LOOKS = 30;

/**
 * Stores a file with the portal, and waits until it has been scanned. Goes on where an earlier try broke off, also before the
 * page was loaded again. Rejects with a `PortalError` when the portal does not take it: `media-type`, `too-large`, `unsafe`.
 */
export async function upload(portal: Portal, file: File, options: UploadOptions = {}): Promise<Upload> {
  const { sendPieces } = await loadPart(import('./upload-pieces.ts'));
  options.signal?.throwIfAborted();
  const target = targetOf(portal, file);
  try {
    const url = await sendPieces(portal, target, options);
    const stored = await scanned(portal, new URL(url), options.signal);
    target.forget();
    return stored;
  } catch (error) {
    if (refusalOf(error)) target.forget();
    throw error;
  } finally {
    target.leave();
  }
}

/** Why the portal does not take a file, whenever it is sent. `undefined` where trying again may help. */
export function refusalOf(error: unknown): 'wrongType' | 'tooLarge' | 'unsafe' | undefined {
  switch (error instanceof PortalError && error.problem?.type) {
    case 'too-large':
      return 'tooLarge';
    case 'unsafe':
      return 'unsafe';
    // An empty one is malformed.
    case 'media-type':
    case 'malformed':
      return 'wrongType';
    default:
      return undefined;
  }
}

async function scanned(portal: Portal, url: URL, signal: AbortSignal | undefined): Promise<Upload> {
  for (let looks = 0; looks < LOOKS; looks++) {
    signal?.throwIfAborted();
    const record = await read(portal, { url, schema: UploadRecordSchema, signal });
    if (record.state === 'clean') return v.parse(UploadSchema, record);
    if (record.state === 'refused') throw refused(record);
    await pause(Math.min(LONGEST_LOOK, FIRST_LOOK * 1.5 ** looks), signal);
  }
  throw new OfflineError('The scan of the file has not come to an end');
}

/** The scan comes after the portal's answer: its refusal is told as an answer would be. */
const refused = ({ refusal }: UploadRecord) =>
  new PortalError(
    415,
    refusal === 'unsafe'
      ? { type: 'unsafe', title: 'The scan has found something harmful', status: 415 }
      : { type: 'media-type', title: 'Neither JPEG nor PNG nor PDF', status: 415 },
  );

/** Addresses to which a file is going from this page: the same file twice goes to two. */
const taken = new Set<string>();

/**
 * The address of an upload is its key. This tab knows it as long as the file is on its way, under name, size and time of change:
 * so it survives a reload, and whoever sits at a public computer next finds nothing.
 */
function targetOf({ config }: Portal, file: File) {
  const { name, size, lastModified } = file;
  const key = `okno-upload ${JSON.stringify([config.portal.origin, name, size, lastModified])}`;
  const kept = stored((storage) => storage.getItem(key)) ?? null;
  const target = {
    file,
    // The session's token goes there: nowhere but to the portal, whatever the page has written.
    url: kept?.startsWith(`${config.portal.origin}/v1/uploads/`) && !taken.has(kept) ? kept : null,
    keep(url: string) {
      target.leave();
      target.url = url;
      taken.add(url);
      stored((storage) => {
        storage.setItem(key, url);
      });
    },
    leave() {
      if (target.url !== null) taken.delete(target.url);
    },
    forget() {
      stored((storage) => {
        if (storage.getItem(key) === target.url) storage.removeItem(key);
      });
    },
  };
  if (target.url !== null) taken.add(target.url);
  return target;
}

/** Where the browser refuses storage, a file goes from the start after a reload. */
function stored<T>(what: (storage: Storage) => T): T | undefined {
  try {
    return what(sessionStorage);
  } catch {
    return undefined;
  }
}
