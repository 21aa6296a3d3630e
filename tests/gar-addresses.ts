import { join } from 'node:path';

import {
  makeGarFiles,
  writeFiles,
  type TestGarObject,
} from '../widgets/addresses/build/gar-files-for-tests.ts';
import { importAddresses } from '../widgets/addresses/build/import.ts';

/** A town with a street, and a village without: what КЛАДР does not have are GUIDs. */
const OBJECTS: TestGarObject[] = [
  { id: '1', name: 'Алтайский', type: 'край', level: '1', params: { 11: '22000000000' } },
  { id: '2', parent: '1', name: 'Барнаул', type: 'г.', level: '5', params: { 11: '22000001000' } },
  { id: '3', parent: '2', name: 'Садовая', type: 'ул.', params: { 5: '656063', 11: '220000010000001' } },
  { id: '4', parent: '3', house: '12', params: { 5: '656063' } },
  { id: '5', parent: '1', name: 'Каменский', type: 'р-н', level: '2', params: { 11: '22018000000' } },
  { id: '6', parent: '5', name: 'Михайловка', type: 'п', level: '6', params: { 11: '22018000016' } },
  { id: '7', parent: '6', house: '5', params: { 5: '658709' } },
];

/** Makes a small index of ГАР in the folder `out`, by way of files in `folder`. */
export async function makeGarAddresses(folder: string, out: string): Promise<void> {
  await importAddresses({ from: writeFiles(join(folder, 'gar'), makeGarFiles(OBJECTS)), out });
}
