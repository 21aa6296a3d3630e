import { FORMAT_VERSION, type FileRef } from '../index/format.ts';
import { NO_GUID } from '../index/guids.ts';
import type { AddressRow } from './dataset.ts';
import type { IndexWriter } from './index-writer.ts';

/** Writes the file of the GUIDs of localities or streets. Gives the reference to it for a header; nothing if no row has a GUID. */
export function writeGuids(writer: IndexWriter, rows: readonly AddressRow[]): { guids?: FileRef } {
  if (!rows.some(({ fias }) => fias)) return {};
  const digits = rows.map(({ fias }) => fias?.replaceAll('-', '') || NO_GUID).join('');
  return { guids: writer.addFile('g', { header: { format: FORMAT_VERSION }, columns: [digits] }) };
}
