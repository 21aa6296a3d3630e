import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

import { requestSender, type CheckAfterKill } from './requests.ts';
import { PortalProcess, writeTestPortalData } from './portal-under-test.ts';
import { WRITERS } from './writers.ts';

/** This many writers write at the same time. */
const PARALLEL_WRITERS = 6;
/** A portal is killed after a random time (ms) of at most this. */
const MAX_LIFETIME = 150;

/** Queries that must find no rows, by what they would find. */
export const FORBIDDEN_ROWS = {
  'an application without a history':
    'SELECT number FROM applications WHERE number NOT IN (SELECT application FROM history)',
  'a rating of nothing':
    'SELECT application FROM ratings WHERE application NOT IN (SELECT number FROM applications)',
  'a link to nothing': 'PRAGMA foreign_key_check',
  'a broken file': "SELECT * FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
};

/** Something that was written to `table`, and a check that has to pass ever after. */
interface Written {
  table: string;
  check: CheckAfterKill;
}

/**
 * Kills a portal under load `times` times, at random moments. Checks after each time that everything it had acknowledged is
 * there, and that nothing is there in part. Rejects with what is missing. Gives the number of writes that were checked.
 */
export async function killRepeatedly(times: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'okno-'));
  writeTestPortalData(folder);
  const all: Written[] = [];
  let portal = new PortalProcess(folder);
  await portal.start();
  try {
    for (let time = 0; time < times; time++) {
      // The next process starts meanwhile, which saves time.
      const next = new PortalProcess(folder);
      const written = await writeUntilKilled(portal, folder);
      portal = next;
      await portal.start();
      await checkWritten(portal, written);
      all.push(...written);
      checkForbiddenRows(join(folder, 'sandbox.sqlite'), all);
    }
    await checkWritten(portal, all);
    return all.length;
  } finally {
    await portal.kill();
    rmSync(folder, { recursive: true });
  }
}

/** Writes in parallel until the portal is killed. */
async function writeUntilKilled(portal: PortalProcess, folder: string): Promise<Written[]> {
  const writers = startWriters(portal, folder);
  await sleep(Math.random() * MAX_LIFETIME);
  const stopped = writers.stop();
  await portal.kill();
  await stopped;
  return writers.written;
}

/**
 * Starts writers that write in parallel. `written` grows with each write that has ended. `stop` waits for those that run, and rejects
 * if a living portal has refused one.
 */
export function startWriters(
  portal: PortalProcess,
  folder: string,
): { written: Written[]; stop: () => Promise<unknown> } {
  const ask = requestSender(portal.listening);
  const written: Written[] = [];
  let isAlive = true;
  const writing = Promise.all(
    Array.from({ length: PARALLEL_WRITERS }, async (_, index) => {
      for (let turn = index; isAlive; turn++) {
        const [table, writer] = WRITERS[turn % WRITERS.length] ?? [];
        if (table !== undefined && writer) written.push({ table, check: await writer(ask, folder) });
      }
    }),
  );
  // Nobody waits for it before `stop`.
  writing.catch(() => undefined);
  return {
    written,
    stop() {
      isAlive = false;
      return writing;
    },
  };
}

/** Checks everything that was written. Rejects with the first thing that is missing. */
export async function checkWritten(portal: PortalProcess, written: readonly Written[]): Promise<void> {
  const ask = requestSender(portal.listening);
  for (const { check } of written) await check(ask);
}

/**
 * Checks the database itself: one row for each application and complaint, and no `FORBIDDEN_ROWS`. Each has been acknowledged
 * by now.
 */
function checkForbiddenRows(file: string, written: readonly Written[]): void {
  using db = new DatabaseSync(file, { readOnly: true });
  for (const name of ['applications', 'complaints']) {
    const count = Number(db.prepare(`SELECT count(*) AS count FROM ${name}`).get()?.['count']);
    const sent = written.filter(({ table }) => table === name).length;
    if (count !== sent) throw new Error(`${count} ${name} of ${sent}`);
  }
  for (const [what, query] of Object.entries(FORBIDDEN_ROWS)) {
    const rows = db.prepare(query).all();
    if (rows.length) throw new Error(`${what}: ${JSON.stringify(rows)}`);
  }
}
