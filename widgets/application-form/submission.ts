import type { ApplicationCreated, ApplicationInput } from '../contract/application.ts';
import type { Upload } from '../contract/values.ts';
import type { Draft } from '../drafts/draft.ts';
import { apply } from '../portal/applications.ts';
import type { Portal } from '../portal/context.ts';
import { sendOnce, type SentOnce } from '../portal/send-once.ts';
import { upload } from '../portal/uploads.ts';

/** Sends what the draft remembers under its key. Rejects where no answer came: the portal may or may not have it. */
export const submit = (
  portal: Portal,
  { sent, key }: Pick<Draft, 'sent' | 'key'>,
): Promise<SentOnce<ApplicationCreated>> =>
  sendOnce<ApplicationInput, ApplicationCreated>(sent, (input) => apply(portal, input, key));

/** The values with all files at the portal. Rejects when a file cannot be sent. */
export async function uploadAll(portal: Portal, values: Draft['values']): Promise<Draft['values']> {
  const done = { ...values };
  for (const [name, value] of Object.entries(values)) {
    if (!Array.isArray(value)) continue;
    const uploads: Upload[] = [];
    for (const file of value) uploads.push(file instanceof File ? await upload(portal, file) : file);
    done[name] = uploads;
  }
  return done;
}
