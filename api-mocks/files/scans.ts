import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { transaction } from '../store/database.ts';
import { announce } from '../events/events.ts';
import { logFault } from '../http/log.ts';
import type { Sandbox } from '../sandbox.ts';
import { readUpload } from './upload-files.ts';

/** What every scanner takes for a virus, and nothing else is one here (https://www.eicar.org). In halves: this file is none. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** Scans a file after the portal's `scanDelay`. Whoever stops the portal meanwhile finds it scanned after the next start. */
export function scanSoon(sandbox: Sandbox, id: string): void {
  setTimeout(() => {
    scan(sandbox, id).catch((error: unknown) => {
      // It was deleted meanwhile, or the portal has stopped.
      if (isThere(sandbox, id)) logFault(sandbox, error);
    });
  }, sandbox.scanDelay).unref();
}

/** Goes on with what was being scanned when the portal stopped. */
export function resumeScans(sandbox: Sandbox): void {
  for (const { id } of sandbox.db.prepare("SELECT id FROM uploads WHERE state = 'scanning'").all())
    scanSoon(sandbox, String(id));
}

const isThere = ({ db }: Sandbox, id: string) =>
  db.isOpen && db.prepare('SELECT 1 FROM uploads WHERE id = ?').get(id) !== undefined;

async function scan(sandbox: Sandbox, id: string): Promise<void> {
  const { db, uploads } = sandbox;
  const isUnsafe = (await readUpload(sandbox, id)).includes(EICAR);
  transaction(db, () => {
    const row = db
      .prepare('UPDATE uploads SET state = ?, refusal = ? WHERE id = ? RETURNING citizen')
      .get(isUnsafe ? 'refused' : 'clean', isUnsafe ? 'unsafe' : null, id);
    if (row) announce(sandbox, row['citizen'] as string | null, 'uploadScanned', id);
  });
  if (isUnsafe) await rm(join(uploads, id));
}
