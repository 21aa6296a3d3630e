import { createHash } from 'node:crypto';

import { fileName, HASH_LENGTH, type FileHeader, type IndexFileKind, type FileRef } from '../index/format.ts';
import { packTable } from './pack.ts';

/** The files of an index: name → bytes. */
export type FileContents = Map<string, Uint8Array>;

/** A table that a file may hold. */
export interface TableToWrite {
  header: FileHeader;
  columns: string[];
}

/** Packs the files of a region, and names them by what is in them. */
export class IndexWriter {
  readonly files: FileContents = new Map();
  readonly #region: string;

  constructor(region: string) {
    this.#region = region;
  }

  addFile(kind: IndexFileKind, { header, columns }: TableToWrite): FileRef {
    const bytes = packTable(header, columns);
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, HASH_LENGTH);
    const ref: FileRef = `${hash}${bytes.length}`;
    this.files.set(fileName(this.#region, kind, ref), bytes);
    return ref;
  }
}
