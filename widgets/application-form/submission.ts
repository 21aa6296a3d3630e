import type { ApplicationCreated, ApplicationInput } from '../contract/applications/schemas.ts';
import type { Upload } from '../contract/values/schemas.ts';
import type { Draft, DraftValue } from '../drafts/draft.ts';
import { apply } from '../portal/applications.ts';
import type { Portal } from '../portal/context.ts';
import { sendOnce, type SentOnce } from '../portal/send-once.ts';
import { refusalOf, upload } from '../portal/uploads.ts';

/** Sends what the draft remembers under its key. Rejects where no answer came: the portal may or may not have it. */
export const submit = (
  portal: Portal,
  { sent, key }: Pick<Draft, 'sent' | 'key'>,
): Promise<SentOnce<ApplicationCreated>> =>
  sendOnce<ApplicationInput, ApplicationCreated>(sent, (input) => apply(portal, input, key));

/**
 * Sends the files that still wait; `keep` remembers each as soon as the portal has it. Gives the names of the fields that have lost
 * one because the portal does not take it. Rejects when a file cannot be sent now.
 */
export async function uploadAll(
  portal: Portal,
  values: Draft['values'],
  keep: (name: string, value: DraftValue) => Promise<void>,
): Promise<string[]> {
  const refused = new Set<string>();
  for (const [name, value] of Object.entries(values)) {
    if (!Array.isArray(value)) continue;
    const rest = [...value];
    const done: Upload[] = [];
    for (let file = rest.shift(); file; file = rest.shift()) {
      const stored = file instanceof File ? await unlessRefused(upload(portal, file)) : file;
      if (stored) done.push(stored);
      else refused.add(name);
      if (stored !== file) await keep(name, [...done, ...rest]);
    }
  }
  return [...refused];
}

const unlessRefused = (coming: Promise<Upload>): Promise<Upload | undefined> =>
  coming.catch((error: unknown) => {
    if (refusalOf(error) === undefined) throw error;
    return undefined;
  });
