import * as v from 'valibot';

import { UploadRecordSchema, type UploadRecord } from '../contract/uploads/schemas.ts';
import { UploadSchema, type Upload } from '../contract/values/schemas.ts';
import { delay } from './fetch-once.ts';
import type { Portal } from './context.ts';
import { OfflineError, PortalError, loadModule } from './errors.ts';
import { fetchJson } from './http.ts';
import type { UploadOptions } from './upload-chunks.ts';

/** Milliseconds before the first question how the scan went, and at most before the next. */
const FIRST_SCAN_POLL = 300;
const MAX_SCAN_POLL = 5000;
/** How often it is asked: about two minutes. */
const MAX_SCAN_POLLS = 30;

/**
 * Stores a file with the portal, and waits until it has been scanned. Goes on where an earlier try broke off, also before the
 * page was loaded again. Rejects with a `PortalError` when the portal does not take it: `media-type`, `too-large`, `unsafe`.
 */
export async function uploadFile(portal: Portal, file: File, options: UploadOptions = {}): Promise<Upload> {
  const { uploadInChunks } = await loadModule(import('./upload-chunks.ts'));
  options.signal?.throwIfAborted();
  const target = createTarget(portal, file);
  try {
    const url = await uploadInChunks(portal, target, options);
    const withStorage = await waitForScan(portal, new URL(url), options.signal);
    target.forgetUrl();
    return withStorage;
  } catch (error) {
    if (fileRefusal(error)) target.forgetUrl();
    throw error;
  } finally {
    target.release();
  }
}

/** Why the portal does not take a file, whenever it is sent. `undefined` where trying again may help. */
export function fileRefusal(error: unknown): 'wrongType' | 'tooLarge' | 'unsafe' | undefined {
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

async function waitForScan(portal: Portal, url: URL, signal: AbortSignal | undefined): Promise<Upload> {
  for (let looks = 0; looks < MAX_SCAN_POLLS; looks++) {
    signal?.throwIfAborted();
    const record = await fetchJson(portal, { url, schema: UploadRecordSchema, signal });
    if (record.state === 'clean') return v.parse(UploadSchema, record);
    if (record.state === 'refused') throw refusalError(record);
    await delay(Math.min(MAX_SCAN_POLL, FIRST_SCAN_POLL * 1.5 ** looks), signal);
  }
  throw new OfflineError('The scan of the file has not come to an end');
}

/** The scan comes after the portal's answer: its refusal is told as an answer would be. */
const refusalError = ({ refusal }: UploadRecord) =>
  new PortalError(
    415,
    refusal === 'unsafe'
      ? { type: 'unsafe', title: 'The scan has found something harmful', status: 415 }
      : { type: 'media-type', title: 'Neither JPEG nor PNG nor PDF', status: 415 },
  );

/** Addresses to which a file is going from this page: the same file twice goes to two. */
const activeUrls = new Set<string>();

/**
 * The address of an upload is its key. This tab knows it as long as the file is on its way, under name, size and time of change:
 * so it survives a reload, and whoever sits at a public computer next finds nothing.
 */
function createTarget({ config }: Portal, file: File) {
  const { name, size, lastModified } = file;
  const key = `okno-upload ${JSON.stringify([config.portal.origin, name, size, lastModified])}`;
  const kept = withStorage((storage) => storage.getItem(key)) ?? null;
  const target = {
    file,
    // The session's token goes there: nowhere but to the portal, whatever the page has written.
    url: kept?.startsWith(`${config.portal.origin}/v1/uploads/`) && !activeUrls.has(kept) ? kept : null,
    rememberUrl(url: string) {
      target.release();
      target.url = url;
      activeUrls.add(url);
      withStorage((storage) => {
        storage.setItem(key, url);
      });
    },
    release() {
      if (target.url !== null) activeUrls.delete(target.url);
    },
    forgetUrl() {
      withStorage((storage) => {
        if (storage.getItem(key) === target.url) storage.removeItem(key);
      });
    },
  };
  if (target.url !== null) activeUrls.add(target.url);
  return target;
}

/** Where the browser refuses storage, a file goes from the start after a reload. */
function withStorage<T>(what: (storage: Storage) => T): T | undefined {
  try {
    return what(sessionStorage);
  } catch {
    return undefined;
  }
}
