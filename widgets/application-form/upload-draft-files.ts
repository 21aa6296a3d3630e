import type { Upload } from '../contract/values/schemas.ts';
import type { Mistakes } from '../forms/mistakes.ts';
import type { OpenDraft } from '../forms/open-draft.ts';
import type { Portal } from '../portal/context.ts';
import { fileRefusal, uploadFile } from '../portal/uploads.ts';

/**
 * Sends the files of a draft that still wait; the draft remembers each as soon as the portal has it. Gives the fields that have lost
 * one because the portal does not take it. Rejects when a file cannot be sent now.
 */
export async function uploadDraftFiles<Input, Receipt>(
  portal: Portal,
  draft: OpenDraft<Input, Receipt>,
): Promise<Mistakes> {
  const refused: Record<string, string> = {};
  for (const [name, value] of Object.entries(draft.data.values)) {
    if (!Array.isArray(value)) continue;
    const rest = [...value];
    const done: Upload[] = [];
    for (let file = rest.shift(); file; file = rest.shift()) {
      const stored = file instanceof File ? await unlessRefused(uploadFile(portal, file)) : file;
      if (stored) done.push(stored);
      else refused[name] = 'fileRefused';
      if (stored !== file)
        await draft.update({ values: { ...draft.data.values, [name]: [...done, ...rest] } });
    }
  }
  return refused;
}

const unlessRefused = (coming: Promise<Upload>): Promise<Upload | undefined> =>
  coming.catch((error: unknown) => {
    if (fileRefusal(error) === undefined) throw error;
    return undefined;
  });
