import type { Upload } from '../contract/values/schemas.ts';
import { UploadAddresses } from '../drafts/upload-addresses.ts';
import { isUpload } from '../fields/field-kind.ts';
import type { Mistakes } from './mistakes.ts';
import type { OpenDraft } from './open-draft.ts';
import type { Portal } from '../portal/context.ts';
import { fileRefusal, uploadFile } from '../portal/uploads.ts';

/**
 * Uploads those files of a draft that are not uploaded yet, one after the other. The draft remembers each of them at once. A file that
 * the portal refuses is removed, and its field gets the mistake `fileRefused`. Rejects when a file cannot be uploaded now.
 */
export async function uploadDraftFiles<Input, Receipt>(
  portal: Portal,
  draft: OpenDraft<Input, Receipt>,
): Promise<Mistakes> {
  const mistakes: Record<string, string> = {};
  const addresses = new UploadAddresses();
  for (const [name, value] of Object.entries(draft.data.values)) {
    if (!Array.isArray(value)) continue;
    const rest = [...value];
    const done: Upload[] = [];
    for (let file = rest.shift(); file; file = rest.shift()) {
      const upload = isUpload(file) ? file : await unlessRefused(uploadFile(portal, file, { addresses }));
      if (upload) done.push(upload);
      else mistakes[name] = 'fileRefused';
      if (upload !== file)
        await draft.update({ values: { ...draft.data.values, [name]: [...done, ...rest] } });
    }
  }
  return mistakes;
}

/** Gives `undefined` for a file that the portal refuses for good. */
const unlessRefused = (upload: Promise<Upload>): Promise<Upload | undefined> =>
  upload.catch((error: unknown) => {
    if (fileRefusal(error) === undefined) throw error;
    return undefined;
  });
