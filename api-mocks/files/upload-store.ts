import { createHash, type Hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

import { DataStore, Upload } from '@tus/server';
import { fileTypeFromBuffer } from 'file-type';
import { FILE_TYPES } from '../../widgets/contract/forms/schemas.ts';
import { insert } from '../store/database.ts';
import { Refusal } from '../http/problem.ts';
import type { Sandbox } from '../sandbox.ts';
import { scanSoon } from './scans.ts';
import { readUpload, writePiece } from './upload-files.ts';
import { findUpload, forgetUpload, nameOf } from './upload-rows.ts';

const HOUR = 3_600_000;
/** How long a file is kept after its last piece, and one that no application names when it is there. */
const UNFINISHED = 24 * HOUR;
const UNNAMED = 7 * 24 * HOUR;

/** What the request that is being handled says of a file, besides what `@tus/server` reads. */
export interface Sending {
  id: string;
  checksum?: { algorithm: string; value: string } | undefined;
  /** Where it begins a file: the columns that say what is known of it and its sender. */
  begun?: { sealed: Uint8Array; citizen: string | null; sender: string };
}

/**
 * Where `@tus/server` keeps files: how many bytes are acknowledged stands in the database, the bytes lie in files. The file store
 * of tus itself takes the length of the file for that, which a crash leaves anywhere, and knows no checksums.
 */
export class UploadStore extends DataStore {
  override extensions = ['creation', 'creation-with-upload', 'termination', 'expiration', 'checksum'];
  readonly #sandbox: Sandbox;
  readonly #sending: () => Sending;

  constructor(sandbox: Sandbox, sending: () => Sending) {
    super();
    this.#sandbox = sandbox;
    this.#sending = sending;
  }

  override create(upload: Upload): Promise<Upload> {
    const { db, uploads } = this.#sandbox;
    // Both at one go: `sweepUploads` never sees the one without the other.
    writeFileSync(join(uploads, upload.id), '', { flag: 'wx', mode: 0o600 });
    insert(db, 'uploads', {
      ...this.#sending().begun,
      id: upload.id,
      size: upload.size ?? 0,
      received: 0,
      state: 'receiving',
      keptUntil: this.#after(UNFINISHED),
    });
    return Promise.resolve(upload);
  }

  override getUpload(id: string): Promise<Upload> {
    const row = findUpload(this.#sandbox, id);
    const metadata = { filename: nameOf(this.#sandbox, row) };
    return Promise.resolve(new Upload({ id, size: row.size, offset: row.received, metadata }));
  }

  override async remove(id: string): Promise<void> {
    findUpload(this.#sandbox, id);
    await forgetUpload(this.#sandbox, id);
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const { size, state } = findUpload(this.#sandbox, id);
    if (state !== 'receiving') return offset;
    const { checksum } = this.#sending();
    const hash = checksum && createHash(checksum.algorithm);
    const { end, fault } = await writePiece(this.#sandbox, id, offset, hash ? hashed(stream, hash) : stream);
    // The next piece is written over one that cannot be trusted.
    if (hash && fault) throw fault;
    if (hash && hash.digest('base64') !== checksum.value) throw new Refusal('checksum');
    if (end === size) await this.#finish(id, end);
    else this.#update(id, { received: end, keptUntil: this.#after(UNFINISHED) });
    if (fault) throw fault;
    return end;
  }

  /** The file is there: what it is, its content says. */
  async #finish(id: string, received: number): Promise<void> {
    const found = await fileTypeFromBuffer(await readUpload(this.#sandbox, id));
    const type = FILE_TYPES.find((known) => known === found?.mime);
    const keptUntil = this.#after(UNNAMED);
    if (type) {
      this.#update(id, { received, type, state: 'scanning', sender: null, keptUntil });
      scanSoon(this.#sandbox, id);
      return;
    }
    this.#update(id, { received, state: 'refused', refusal: 'type', sender: null, keptUntil });
    await rm(join(this.#sandbox.uploads, id));
    throw new Refusal('media-type');
  }

  #update(id: string, change: Record<string, string | number | null>): void {
    const columns = Object.keys(change).map((name) => `${name} = :${name}`);
    const { changes } = this.#sandbox.db
      .prepare(`UPDATE uploads SET ${columns.join()} WHERE id = :id`)
      .run({ id, ...change });
    // It was swept away while it was coming.
    if (!changes) throw new Refusal('not-found');
  }

  #after(milliseconds: number): string {
    return new Date(this.#sandbox.real().getTime() + milliseconds).toISOString();
  }
}

async function* hashed(stream: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of stream) {
    hash.update(chunk);
    yield chunk;
  }
}
