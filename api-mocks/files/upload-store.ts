// Longer than other modules: one class with the five methods of a tus store.
import { createHash, type Hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

import { DataStore, Upload } from '@tus/server';

import { examineFile, type FileKind } from '../../widgets/contract/uploads/content.ts';
import type { Citizen } from '../http/identity.ts';
import { HttpProblem } from '../http/problem.ts';
import { insertRow } from '../store/database.ts';
import { scheduleScan, type ScanContext } from './scans.ts';
import { readRange, writeChunk } from './upload-files.ts';
import { deleteUpload, requireUpload, uploadNameOf, type UploadRow } from './upload-rows.ts';

const HOUR_MS = 3_600_000;
/** An unfinished upload is kept for this time after its last chunk. */
const UNFINISHED_UPLOAD_MS = 24 * HOUR_MS;
/** A complete upload is kept for this time if no application names it. */
const UNUSED_UPLOAD_MS = 7 * 24 * HOUR_MS;

/** The media types of what the portal takes. */
const TYPE_OF_KIND: Partial<Record<FileKind, UploadRow['type']>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
};

/** A request of tus that is being handled. */
export interface UploadRequest {
  /** Id of the upload. */
  id: string;
  /** Who sends it, if she has signed in. */
  citizen: Citizen | undefined;
  /** From `Upload-Checksum`: `{ algorithm: 'sha1', value: 'Kq5sNclPz7QV2+lfQIuc6R7oRu0=' }`. */
  checksum?: { algorithm: string; value: string } | undefined;
  /** For a request that creates an upload: its encrypted name, and a hash of the sender's address. */
  newUpload?: { sealed: Uint8Array<ArrayBuffer>; sender: string };
  /** The row as it is now. It is read or made while the request holds the file's lock, and changes with each write. */
  row?: UploadRow;
}

/**
 * Stores uploads for `@tus/server`: bytes in files, and in the database how many of them are acknowledged. The file store
 * that comes with `@tus/server` takes the length of the file for that number, which is wrong after a crash. It knows no
 * checksums either.
 */
export class UploadStore extends DataStore {
  override extensions = ['creation', 'creation-with-upload', 'termination', 'expiration', 'checksum'];
  readonly #context: ScanContext;
  readonly #currentRequest: () => UploadRequest;

  /** `currentRequest` gives the request that is being handled. */
  constructor(context: ScanContext, currentRequest: () => UploadRequest) {
    super();
    this.#context = context;
    this.#currentRequest = currentRequest;
  }

  /** Makes an empty file, and its row. */
  override create(upload: Upload): Promise<Upload> {
    const { db, uploadFolder } = this.#context;
    const request = this.#currentRequest();
    const { sealed = new Uint8Array(), sender = null } = request.newUpload ?? {};
    const row = {
      id: upload.id,
      sealed,
      size: upload.size ?? 0,
      received: 0,
      state: 'receiving' as const,
      citizen: request.citizen?.id ?? null,
      keptUntil: this.#isoTimeIn(UNFINISHED_UPLOAD_MS),
    };
    // Both synchronously: `deleteExpiredUploads` never sees the file without its row.
    writeFileSync(join(uploadFolder, upload.id), '', { flag: 'wx', mode: 0o600 });
    insertRow(db, 'uploads', { ...row, sender });
    request.row = { ...row, type: null, refusal: null };
    return Promise.resolve(upload);
  }

  /** Reads the row, and says how many bytes are acknowledged (`offset`). */
  override getUpload(id: string): Promise<Upload> {
    const row = this.#readRow();
    const metadata = { filename: uploadNameOf(this.#context, row) };
    return Promise.resolve(new Upload({ id, size: row.size, offset: row.received, metadata }));
  }

  /** Deletes an upload. */
  override async remove(id: string): Promise<void> {
    this.#readRow();
    await deleteUpload(this.#context, id);
  }

  /** Appends a chunk at `offset`. Gives the new number of acknowledged bytes. */
  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const { checksum, row } = this.#currentRequest();
    if (row?.state !== 'receiving') return offset;
    const hash = checksum && createHash(checksum.algorithm);
    const bytes = hash ? hashStream(stream, hash) : stream;
    const { end, readError } = await writeChunk(this.#context, { id, offset, bytes });
    // With a checksum a chunk counts as a whole or not at all. `received` stays, so the next chunk overwrites this one.
    if (hash && readError) throw readError;
    if (hash && hash.digest('base64') !== checksum.value) throw new HttpProblem('checksum');
    if (end === row.size) await this.#finishUpload(id, end);
    else this.#updateRow({ received: end, keptUntil: this.#isoTimeIn(UNFINISHED_UPLOAD_MS) });
    if (readError) throw readError;
    return end;
  }

  /**
   * Completes an upload whose bytes have all arrived. Finds its type by the content, never by the name. Schedules the scan; if
   * the type is not allowed, a part is missing, or there is a password before it, refuses the upload and deletes its bytes. Throws 415
   * `media-type` where the type is not allowed: the other reasons are in the record.
   */
  async #finishUpload(id: string, received: number): Promise<void> {
    const read = (start: number, end: number) => readRange(this.#context, id, [start, end]);
    const { kind, fault } = await examineFile(received, read);
    const type = fault ? undefined : TYPE_OF_KIND[kind];
    const keptUntil = this.#isoTimeIn(UNUSED_UPLOAD_MS);
    if (type) {
      this.#updateRow({ received, type, state: 'scanning', keptUntil });
      scheduleScan(this.#context, id);
      return;
    }
    const refusal = fault === 'broken' || fault === 'locked' ? fault : 'type';
    this.#updateRow({ received, state: 'refused', refusal, keptUntil });
    await rm(join(this.#context.uploadFolder, id));
    if (refusal === 'type') throw new HttpProblem('media-type');
  }

  /** Reads the row of the current request's upload into the request. Throws 404 `not-found` if the sender may not use it. */
  #readRow(): UploadRow {
    const request = this.#currentRequest();
    return (request.row = requireUpload(this.#context, request.id, request.citizen));
  }

  /** Changes the row, in the database and in the request. Deletes the sender's hash when the upload is complete. */
  #updateRow(
    change: Partial<Pick<UploadRow, 'received' | 'type' | 'state' | 'refusal' | 'keptUntil'>>,
  ): void {
    const request = this.#currentRequest();
    const columns = { ...change, ...(change.state && { sender: null }) };
    const { changes } = this.#context.db
      .prepare(
        `UPDATE uploads SET ${Object.keys(columns)
          .map((name) => `${name} = :${name}`)
          .join()} WHERE id = :id`,
      )
      .run({ id: request.id, ...columns });
    // The upload has expired and was deleted while this chunk arrived.
    if (!changes || !request.row) throw new HttpProblem('not-found');
    request.row = { ...request.row, ...change };
  }

  /** The instant this many milliseconds from now, ISO 8601. */
  #isoTimeIn(milliseconds: number): string {
    return new Date(this.#context.wallNow().getTime() + milliseconds).toISOString();
  }
}

/** Passes a stream through, and feeds its bytes to a hash. */
async function* hashStream(stream: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const buffer of stream) {
    hash.update(buffer);
    yield buffer;
  }
}
