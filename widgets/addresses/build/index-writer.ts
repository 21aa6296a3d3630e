import { createHash } from 'node:crypto';

import { fileName, HASH_LENGTH, type FileHeader, type IndexFileKind, type FileRef } from '../index/format.ts';
import { packTable } from './pack.ts';

/** The files of an index: name → bytes. */
export type FileContents = Map<string, Uint8Array>;

/** A table before it is packed into a file. */
export interface TableToWrite {
  header: FileHeader;
  /** Written by `write-columns.ts`. */
  columns: string[];
}

/** Packs the files of a region and names them by the hash of their content. */
export class IndexWriter {
  /** The files so far. */
  readonly files: FileContents = new Map();
  readonly #region: string;

  constructor(region: string) {
    this.#region = region;
  }

  /** Packs a table into a file; returns the reference to it. */
  addFile(kind: IndexFileKind, { header, columns }: TableToWrite): FileRef {
    const bytes = packTable(header, columns);
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, HASH_LENGTH);
    const ref: FileRef = `${hash}${bytes.length}`;
    this.files.set(fileName(this.#region, kind, ref), bytes);
    return ref;
  }
}
