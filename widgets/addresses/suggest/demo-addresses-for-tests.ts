import {
  buildTestIndex,
  DEMO_ADDRESSES_FOLDER,
  memoryFetch,
  TEST_INDEX_URL,
} from '../build/index-for-tests.ts';
import { openAddressIndex, type AddressIndex } from './reader.ts';

/** Builds the demonstration set in memory, and opens it. */
export async function openDemoAddresses(): Promise<AddressIndex> {
  const { files } = await buildTestIndex(DEMO_ADDRESSES_FOLDER);
  return openAddressIndex(TEST_INDEX_URL, memoryFetch(files));
}
