import { examineFile, type ContentFault } from '../contract/uploads/content.ts';
import { tidyFileName } from '../contract/uploads/file-name.ts';
import { FILE_MAX_BYTES } from '../contract/uploads/limits.ts';
import type { Upload } from '../contract/values/schemas.ts';
import type { FileMessages } from '../fields/field-kind.ts';
import { isUnreadable } from '../portal/retry-rules.ts';
import { bytesOf } from '../pictures/prepare-file.ts';

/** Why a chosen file is not taken. */
export type ChoiceFault = ContentFault | 'tooLarge' | 'changed' | 'twice' | 'tooMany';

/** What is known of the files that are there already. */
interface Present {
  files: readonly (Upload | File)[];
  maxCount: number;
  /** The file that was chosen, of one that has been prepared or uploaded since. */
  chosenOf: (file: Upload | File) => File | undefined;
}

/** The good files of a choice, and a sentence for each of the others. */
export interface Choice {
  files: File[];
  refused: string[];
}

/** Looks through what a citizen has chosen. One bad file takes nothing from the good ones. */
export async function chooseFiles(
  chosen: readonly File[],
  present: Present,
  messages: FileMessages,
): Promise<Choice> {
  const files: File[] = [];
  const refused: string[] = [];
  const known = present.files.map((file) => present.chosenOf(file) ?? file);
  for (const file of chosen) {
    const isTwice = [...known, ...files].some((other) => isSame(file, other));
    const isOver = present.files.length + files.length >= present.maxCount;
    const fault = (isTwice && 'twice') || (await faultOf(file)) || (isOver && 'tooMany');
    if (!fault) files.push(file);
    else refused.push(messages[fault](tidyFileName(file.name), present.maxCount));
  }
  return { files, refused };
}

/** Whether two files are the same, as far as one can tell without reading them. */
function isSame(file: File, other: Upload | File): boolean {
  const isOther = other.size !== file.size || tidyFileName(other.name) !== tidyFileName(file.name);
  return !isOther && (!('lastModified' in other) || other.lastModified === file.lastModified);
}

async function faultOf(file: File): Promise<ChoiceFault | undefined> {
  if (file.size > FILE_MAX_BYTES) return 'tooLarge';
  try {
    return (await examineFile(file.size, bytesOf(file))).fault;
  } catch (error) {
    if (isUnreadable(error)) return 'changed';
    throw error;
  }
}
