import { createHash } from 'node:crypto';

import { fileName, HASH_LENGTH, type Header, type Kind, type Ref } from '../index/format.ts';
import { packed } from './pack.ts';

/** The files of an index: name → bytes. */
export type Files = Map<string, Uint8Array>;

/** A table that a file may hold. */
export interface Table {
  header: Header;
  columns: string[];
}

/** Packs the files of a region, and names them by what is in them. */
export class IndexWriter {
  readonly files: Files = new Map();
  readonly #region: string;

  constructor(region: string) {
    this.#region = region;
  }

  add(kind: Kind, { header, columns }: Table): Ref {
    const bytes = packed(header, columns);
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, HASH_LENGTH);
    const ref: Ref = `${hash}${bytes.length}`;
    this.files.set(fileName(this.#region, kind, ref), bytes);
    return ref;
  }
}
