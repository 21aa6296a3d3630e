import { createHash } from 'node:crypto';

import { findCase } from '../../api-mocks/cases/cases.ts';
import { readUpload } from '../../api-mocks/files/upload-files.ts';
import type { RunningSandbox } from '../../api-mocks/server.ts';
import { unseal } from '../../api-mocks/store/sealing.ts';

/**
 * What the portal has stored of an application, as JSON. Ids of files are replaced by hashes of their bytes; number, times and what
 * follows from them are left out: everything else is the same whatever page it was sent from.
 */
export async function readStoredApplication(
  { context }: RunningSandbox,
  number: string,
): Promise<string | undefined> {
  const kase = findCase(context.db, number);
  if (!kase) return undefined;
  const { service, agency, period, formVersion, citizen, sealed } = kase;
  let json = JSON.stringify({
    ...{ service, agency, period, formVersion, citizen },
    answers: unseal(context.key, sealed),
    ...context.db.prepare('SELECT consentVersion FROM applications WHERE number = ?').get(number),
  });
  for (const { id } of context.db.prepare('SELECT id FROM uploads WHERE application = ?').all(number)) {
    const bytes = await readUpload(context, String(id));
    json = json.replaceAll(String(id), createHash('sha256').update(bytes).digest('hex'));
  }
  return json;
}
