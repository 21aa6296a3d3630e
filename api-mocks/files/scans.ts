import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { addEvent, type EventContext } from '../events/events.ts';
import { logFault, type LogContext } from '../http/log.ts';
import { transaction, type DatabaseContext } from '../store/database.ts';
import { readUpload, type FolderContext } from './upload-files.ts';

export interface ScanDelayContext {
  /** Milliseconds that the scan of a file takes. */
  scanDelay: number;
}

export type ScanContext = EventContext & LogContext & FolderContext & ScanDelayContext;

/** What every scanner takes for a virus, and nothing else is one here (https://www.eicar.org). In halves: this file is none. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** Scans a file after the portal's `scanDelay`. Whoever stops the portal meanwhile finds it scanned after the next start. */
export function scanSoon(context: ScanContext, id: string): void {
  setTimeout(() => {
    scanFile(context, id).catch((error: unknown) => {
      // It was deleted meanwhile, or the portal has stopped.
      if (isThere(context, id)) logFault(context, error);
    });
  }, context.scanDelay).unref();
}

/** Continues with what was being scanned when the portal stopped. */
export function resumeScans(context: ScanContext): void {
  for (const { id } of context.db.prepare("SELECT id FROM uploads WHERE state = 'scanning'").all())
    scanSoon(context, String(id));
}

const isThere = ({ db }: DatabaseContext, id: string) =>
  db.isOpen && db.prepare('SELECT 1 FROM uploads WHERE id = ?').get(id) !== undefined;

async function scanFile(context: ScanContext, id: string): Promise<void> {
  const { db, uploads } = context;
  const isUnsafe = (await readUpload(context, id)).includes(EICAR);
  transaction(db, () => {
    const row = db
      .prepare('UPDATE uploads SET state = ?, refusal = ? WHERE id = ? RETURNING citizen')
      .get(isUnsafe ? 'refused' : 'clean', isUnsafe ? 'unsafe' : null, id);
    const citizen = row?.['citizen'] as string | null | undefined;
    if (citizen) addEvent(context, { citizen, kind: 'uploadScanned', subject: id });
  });
  if (isUnsafe) await rm(join(uploads, id));
}
