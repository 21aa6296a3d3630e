import { createHash, type Hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

import { DataStore, Upload } from '@tus/server';
import { fileTypeFromBuffer } from 'file-type';

import { FILE_TYPES } from '../../widgets/contract/forms/schemas.ts';
import type { Citizen } from '../http/identity.ts';
import { HttpProblem } from '../http/problem.ts';
import { insertRow } from '../store/database.ts';
import { scheduleScan, type ScanContext } from './scans.ts';
import { readPieces, writePiece } from './upload-files.ts';
import { deleteUpload, requireUpload, uploadNameOf, type UploadRow } from './upload-rows.ts';

const HOUR_MS = 3_600_000;
/** How long a file is kept after its last piece, and one that no application names when it is there. */
const UNFINISHED_UPLOAD_MS = 24 * HOUR_MS;
const UNUSED_UPLOAD_MS = 7 * 24 * HOUR_MS;

/** A request for a file that is being handled. */
export interface UploadRequest {
  id: string;
  /** Who asks, if she has signed in. */
  citizen: Citizen | undefined;
  checksum?: { algorithm: string; value: string } | undefined;
  /** Where it begins a file: the columns that say what is known of it and its sender. */
  newUpload?: { sealed: Uint8Array<ArrayBuffer>; sender: string };
  /** The row as it is now: it is read, or made, once for a request, behind the file's lock. */
  row?: UploadRow;
}

/**
 * Where `@tus/server` keeps files: how many bytes are acknowledged stands in the database, the bytes lie in files. The file store
 * of tus itself takes the length of the file for that, which a crash leaves anywhere, and knows no checksums.
 */
export class UploadStore extends DataStore {
  override extensions = ['creation', 'creation-with-upload', 'termination', 'expiration', 'checksum'];
  readonly #context: ScanContext;
  readonly #current: () => UploadRequest;

  /** `current`: the request that is being handled. */
  constructor(context: ScanContext, current: () => UploadRequest) {
    super();
    this.#context = context;
    this.#current = current;
  }

  override create(upload: Upload): Promise<Upload> {
    const { db, uploadFolder } = this.#context;
    const request = this.#current();
    const { sealed = new Uint8Array(), sender = null } = request.newUpload ?? {};
    const row = {
      id: upload.id,
      sealed,
      size: upload.size ?? 0,
      received: 0,
      state: 'receiving' as const,
      citizen: request.citizen?.id ?? null,
      keptUntil: this.#after(UNFINISHED_UPLOAD_MS),
    };
    // Both at one go: `sweepUploads` never sees the one without the other.
    writeFileSync(join(uploadFolder, upload.id), '', { flag: 'wx', mode: 0o600 });
    insertRow(db, 'uploads', { ...row, sender });
    request.row = { ...row, type: null, refusal: null };
    return Promise.resolve(upload);
  }

  override getUpload(id: string): Promise<Upload> {
    const row = this.#readRow();
    const metadata = { filename: uploadNameOf(this.#context, row) };
    return Promise.resolve(new Upload({ id, size: row.size, offset: row.received, metadata }));
  }

  override async remove(id: string): Promise<void> {
    this.#readRow();
    await deleteUpload(this.#context, id);
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const { checksum, row } = this.#current();
    if (row?.state !== 'receiving') return offset;
    const hash = checksum && createHash(checksum.algorithm);
    const bytes = hash ? hashChunks(stream, hash) : stream;
    const { end, fault } = await writePiece(this.#context, { id, offset, bytes });
    // The next piece is written over one that cannot be trusted.
    if (hash && fault) throw fault;
    if (hash && hash.digest('base64') !== checksum.value) throw new HttpProblem('checksum');
    if (end === row.size) await this.#finish(id, end);
    else this.#update({ received: end, keptUntil: this.#after(UNFINISHED_UPLOAD_MS) });
    if (fault) throw fault;
    return end;
  }

  /** The file is there: what it is, its content says. */
  async #finish(id: string, received: number): Promise<void> {
    const content = await fileTypeFromBuffer(await readPieces(this.#context, id));
    const type = FILE_TYPES.find((known) => known === content?.mime);
    const keptUntil = this.#after(UNUSED_UPLOAD_MS);
    if (type) {
      this.#update({ received, type, state: 'scanning', keptUntil });
      scheduleScan(this.#context, id);
      return;
    }
    this.#update({ received, state: 'refused', refusal: 'type', keptUntil });
    await rm(join(this.#context.uploadFolder, id));
    throw new HttpProblem('media-type');
  }

  #readRow(): UploadRow {
    const request = this.#current();
    return (request.row = requireUpload(this.#context, request.id, request.citizen));
  }

  /** Changes the row. One that is not being received any more has no sender. */
  #update(change: Partial<Pick<UploadRow, 'received' | 'type' | 'state' | 'refusal' | 'keptUntil'>>): void {
    const request = this.#current();
    const columns = { ...change, ...(change.state && { sender: null }) };
    const { changes } = this.#context.db
      .prepare(
        `UPDATE uploads SET ${Object.keys(columns)
          .map((name) => `${name} = :${name}`)
          .join()} WHERE id = :id`,
      )
      .run({ id: request.id, ...columns });
    // It was swept away while it was coming.
    if (!changes || !request.row) throw new HttpProblem('not-found');
    request.row = { ...request.row, ...change };
  }

  #after(milliseconds: number): string {
    return new Date(this.#context.wallNow().getTime() + milliseconds).toISOString();
  }
}

async function* hashChunks(stream: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of stream) {
    hash.update(chunk);
    yield chunk;
  }
}
