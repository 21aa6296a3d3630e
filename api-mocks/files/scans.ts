import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { addEvent, type EventContext } from '../events/events.ts';
import { logError, type LogContext } from '../http/log.ts';
import { runTransaction, type DatabaseContext } from '../store/database.ts';
import { readUpload, type UploadFolderContext } from './upload-files.ts';

/** Knows when a file is scanned. */
export interface ScanDelayContext {
  /** Milliseconds from the arrival of a file to its scan. */
  scanDelayMs: number;
}

/** What scanning a file needs. */
export type ScanContext = EventContext & LogContext & UploadFolderContext & ScanDelayContext;

/**
 * The test string that every scanner takes for a virus (https://www.eicar.org). A file with it is refused; nothing else is
 * taken for a virus here. It stands in two halves, so that scanners do not take this source file for one.
 */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** Scans a file after `scanDelayMs`. If the portal stops before, `resumeScans` does it at the next start. */
export function scheduleScan(context: ScanContext, id: string): void {
  setTimeout(() => {
    scanFile(context, id).catch((error: unknown) => {
      // A scan may fail because the file was deleted, or the portal has stopped: that is no error.
      if (uploadExists(context, id)) logError(context, error);
    });
  }, context.scanDelayMs).unref();
}

/** Schedules the scans that were not done when the portal stopped. */
export function resumeScans(context: ScanContext): void {
  for (const { id } of context.db.prepare("SELECT id FROM uploads WHERE state = 'scanning'").all())
    scheduleScan(context, String(id));
}

const uploadExists = ({ db }: DatabaseContext, id: string) =>
  db.isOpen && db.prepare('SELECT 1 FROM uploads WHERE id = ?').get(id) !== undefined;

/** Sets the state of a file to `clean` or `refused`, adds an event for its citizen, and deletes the bytes of a refused file. */
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
