import type { SpokenName } from '../../widgets/addresses/build/spoken-names.ts';
import { contentFolder } from '../content/folder.ts';
import { readEntries } from '../content/read.ts';

/** The names in `content/addresses/spoken.yaml`. Throws an `Error` with all issues, in Russian, if it has any. */
export const readSpokenNames = (folder = contentFolder()): SpokenName[] =>
  readEntries('addresses/spoken', folder).flatMap(({ data }) => data);
