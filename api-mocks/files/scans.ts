import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { addEvent, type EventContext } from '../events/events.ts';
import { logError, type LogContext } from '../http/log.ts';
import { runTransaction, type DatabaseContext } from '../store/database.ts';
import { readUpload, type UploadFolderContext } from './upload-files.ts';

export interface ScanDelayContext {
  /** Milliseconds that the scan of a file takes. */
  scanDelayMs: number;
}

export type ScanContext = EventContext & LogContext & UploadFolderContext & ScanDelayContext;

/** What every scanner takes for a virus, and nothing else is one here (https://www.eicar.org). In halves: this file is none. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** Scans a file after the portal's `scanDelay`. Whoever stops the portal meanwhile finds it scanned after the next start. */
export function scheduleScan(context: ScanContext, id: string): void {
  setTimeout(() => {
    scanFile(context, id).catch((error: unknown) => {
      // It was deleted meanwhile, or the portal has stopped.
      if (uploadExists(context, id)) logError(context, error);
    });
  }, context.scanDelayMs).unref();
}

/** Continues with what was being scanned when the portal stopped. */
export function resumeScans(context: ScanContext): void {
  for (const { id } of context.db.prepare("SELECT id FROM uploads WHERE state = 'scanning'").all())
    scheduleScan(context, String(id));
}

const uploadExists = ({ db }: DatabaseContext, id: string) =>
  db.isOpen && db.prepare('SELECT 1 FROM uploads WHERE id = ?').get(id) !== undefined;

async function scanFile(context: ScanContext, id: string): Promise<void> {
  const { db, uploadFolder } = context;
  const isUnsafe = (await readUpload(context, id)).includes(EICAR);
  runTransaction(db, () => {
    const row = db
      .prepare('UPDATE uploads SET state = ?, refusal = ? WHERE id = ? RETURNING citizen')
      .get(isUnsafe ? 'refused' : 'clean', isUnsafe ? 'unsafe' : null, id);
    const citizen = row?.['citizen'] as string | null | undefined;
    if (citizen) addEvent(context, { citizen, kind: 'uploadScanned', subject: id });
  });
  if (isUnsafe) await rm(join(uploadFolder, id));
}
