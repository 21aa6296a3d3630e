import * as v from 'valibot';

import { UploadRecordSchema, type UploadRecord } from '../contract/uploads/schemas.ts';
import { UploadSchema, type Upload } from '../contract/values/schemas.ts';
import { delay } from './fetch-once.ts';
import type { Portal } from './context.ts';
import { OfflineError, PortalError, loadModule } from './errors.ts';
import { fetchJson } from './http.ts';
import { isUnreadable } from './retry-rules.ts';
import type { UploadAddressStore, UploadOptions } from './upload-chunks.ts';
import { createTarget, storageKey } from './upload-target.ts';

/** Milliseconds before the second poll of a scan. Each further pause is half as long again. */
const FIRST_SCAN_PAUSE = 300;
/** The longest pause, in milliseconds. */
const MAX_SCAN_PAUSE = 5000;
/** Polls before the widget gives up, after about two minutes. */
const MAX_SCAN_POLLS = 30;

/** Why the portal refuses a file for good; `changed`: the device cannot read it any more. */
export type FileRefusal = 'wrongType' | 'tooLarge' | 'unsafe' | 'changed' | 'broken' | 'locked';

/** The portal has looked into a file, and does not take it. */
class RefusedFileError extends Error {
  readonly why: FileRefusal;

  constructor(why: FileRefusal) {
    super(`The portal does not take the file: ${why}`);
    this.why = why;
  }
}

/**
 * Uploads a file to the portal and waits until it is scanned. Continues an upload that was interrupted, also after a reload of the page,
 * after an end of the browser, and one that another tab has begun: of two tabs one uploads it. Rejects with a `PortalError` (`media-type`,
 * `too-large`, `unsafe`) when the portal refuses the file; with an `OfflineError` when it cannot be reached, or the scan takes longer than two
 * minutes; with a `DOMException` when the file cannot be read.
 */
export async function uploadFile(portal: Portal, file: File, options: UploadOptions = {}): Promise<Upload> {
  const { uploadInChunks } = await loadModule(import('./upload-chunks.ts'));
  const { signal, addresses } = options;
  const key = await storageKey(portal.config.portal, file);
  return withLock(key, signal, async () => {
    const target = await createTarget(portal, { file, key, addresses });
    try {
      const url = await uploadInChunks(portal, target, options);
      const upload = await waitForScan(portal, new URL(url), signal);
      target.forgetUrl();
      return upload;
    } catch (error) {
      if (fileRefusal(error)) target.forgetUrl();
      throw error;
    } finally {
      target.release();
    }
  });
}

/** Runs `work` while no other tab of the site does so with this key. Rejects with an `AbortError` where `signal` aborts before. */
async function withLock<T>(key: string, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  signal?.throwIfAborted();
  // Pages without TLS have no locks.
  return 'locks' in navigator ? navigator.locks.request(key, signal ? { signal } : {}, work) : work();
}

/** Tells why the portal refuses a file for good; `undefined` where trying again may help. */
export function fileRefusal(error: unknown): FileRefusal | undefined {
  if (isUnreadable(error)) return 'changed';
  if (error instanceof RefusedFileError) return error.why;
  switch (error instanceof PortalError && error.problem?.type) {
    case 'too-large':
      return 'tooLarge';
    // An empty file is `malformed`.
    case 'media-type':
    case 'malformed':
      return 'wrongType';
    default:
      return undefined;
  }
}

/** Deletes an upload that no application has. Where that fails, the portal deletes it after a week. Never rejects. */
export async function removeUpload({ session }: Portal, id: string): Promise<void> {
  const request = { method: 'DELETE', headers: { 'Tus-Resumable': '1.0.0' }, keepalive: true };
  await session.send(`/v1/uploads/${id}`, { ...request, credentials: 'omit' }).catch(() => undefined);
}

/** Deletes what has arrived of a file, and forgets its address. Never rejects. */
export async function forgetUpload(
  portal: Portal,
  file: File,
  addresses?: UploadAddressStore,
): Promise<void> {
  const key = await storageKey(portal.config.portal, file);
  const target = await createTarget(portal, { file, key, addresses });
  target.release();
  target.forgetUrl();
  const id = target.url?.split('/').at(-1);
  if (id) await removeUpload(portal, id);
}

/** Polls the record of an upload until the scan is finished. */
async function waitForScan(portal: Portal, url: URL, signal: AbortSignal | undefined): Promise<Upload> {
  for (let polls = 0; polls < MAX_SCAN_POLLS; polls++) {
    signal?.throwIfAborted();
    const record = await fetchJson(portal, { url, schema: UploadRecordSchema, signal });
    if (record.state === 'clean') return v.parse(UploadSchema, record);
    if (record.state === 'refused') throw new RefusedFileError(REFUSALS[record.refusal ?? 'type']);
    await delay(Math.min(MAX_SCAN_PAUSE, FIRST_SCAN_PAUSE * 1.5 ** polls), signal);
  }
  throw new OfflineError('The scan of the file has not come to an end');
}

/** What the portal says of a file that it refuses. */
const REFUSALS: Record<NonNullable<UploadRecord['refusal']>, FileRefusal> = {
  type: 'wrongType',
  broken: 'broken',
  locked: 'locked',
  unsafe: 'unsafe',
};
