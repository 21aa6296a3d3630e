import type { Upload } from '../contract/values/schemas.ts';
import { isUpload } from '../fields/field-kind.ts';
import type { Portal } from '../portal/context.ts';
import { fileRefusal } from '../portal/uploads.ts';
import { FileUploads } from './file-uploads.ts';
import type { Mistakes } from './mistakes.ts';
import type { OpenDraft } from './open-draft.ts';

/**
 * Waits until those files of a draft are uploaded that are still on their way, also where something had stopped them. The draft remembers
 * each of them at once. A file that the portal refuses is removed, and its field gets the mistake `fileRefused`. Rejects when a file
 * cannot be uploaded now.
 */
export async function uploadDraftFiles<Input, Receipt>(
  portal: Portal,
  draft: OpenDraft<Input, Receipt>,
): Promise<Mistakes> {
  const mistakes: Record<string, string> = {};
  const uploads = FileUploads.of(portal);
  for (const [name, file] of filesIn(draft.data.values)) {
    const upload = await unlessRefused(uploads.finish(file));
    if (!upload) mistakes[name] = 'fileRefused';
    const value = draft.data.values[name];
    const files = Array.isArray(value) ? value : [];
    const now = files.find((one) => one === file || uploads.chosenOf(one) === file);
    // The form may have put the upload there already.
    if (now && !isUpload(now))
      await draft.update({ values: { ...draft.data.values, [name]: replaced(files, now, upload) } });
  }
  return mistakes;
}

/** Those files in answers that are not uploaded yet, each with the name of its question. */
export const filesIn = (values: Readonly<Record<string, unknown>>): [name: string, file: File][] =>
  Object.entries(values).flatMap(([name, value]) =>
    Array.isArray(value)
      ? (value as (Upload | File)[]).flatMap((file) =>
          isUpload(file) ? [] : [[name, file] as [string, File]],
        )
      : [],
  );

/** An answer with the upload of a file, or what was made of it, in its place; without the file where there is none. */
export const replaced = (
  value: readonly (Upload | File)[],
  file: File,
  upload: Upload | File | undefined,
): (Upload | File)[] => value.flatMap((other) => (other === file ? (upload ?? []) : other));

/** Gives `undefined` for a file that the portal refuses for good. */
const unlessRefused = (upload: Promise<Upload>): Promise<Upload | undefined> =>
  upload.catch((error: unknown) => {
    if (fileRefusal(error) === undefined) throw error;
    return undefined;
  });
