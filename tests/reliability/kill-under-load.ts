import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

import { requestSender, type CheckAfterKill } from './requests.ts';
import { PortalProcess, writeTestPortalData } from './portal-under-test.ts';
import { WRITERS } from './writers.ts';

/** So many write at the same time. */
const PARALLEL_WRITERS = 6;
/** Milliseconds that a portal lives under load, at most. */
const MAX_LIFETIME = 150;

/** What must never be there: the rows that each query finds. */
const FORBIDDEN_ROWS = {
  'an application without a history':
    'SELECT number FROM applications WHERE number NOT IN (SELECT application FROM history)',
  'a rating of nothing':
    'SELECT application FROM ratings WHERE application NOT IN (SELECT number FROM applications)',
  'a link to nothing': 'PRAGMA foreign_key_check',
  'a broken file': "SELECT * FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
};

/** What was written, and what has to hold since. */
interface Written {
  table: string;
  check: CheckAfterKill;
}

/**
 * Kills a portal under load `times` times, at random moments, and looks after each whether all is there that it had
 * acknowledged, and nothing by half. Throws what is missing; gives how many writes were looked after.
 */
export async function killRepeatedly(times: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'okno-'));
  writeTestPortalData(folder);
  const all: Written[] = [];
  let portal = new PortalProcess(folder);
  await portal.start();
  try {
    for (let time = 0; time < times; time++) {
      // Comes up meanwhile, so that nobody waits for it.
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

/** Writes with several hands until the portal is killed under them. */
async function writeUntilKilled(portal: PortalProcess, folder: string): Promise<Written[]> {
  const ask = requestSender(portal.listening);
  const written: Written[] = [];
  let isAlive = true;
  const hands = Array.from({ length: PARALLEL_WRITERS }, async (_, hand) => {
    for (let turn = hand; isAlive; turn++) {
      const [table, writer] = WRITERS[turn % WRITERS.length] ?? [];
      if (table !== undefined && writer) written.push({ table, check: await writer(ask, folder) });
    }
  });
  const end = async () => {
    await sleep(Math.random() * MAX_LIFETIME);
    isAlive = false;
    await portal.kill();
  };
  await Promise.all([end(), ...hands]);
  return written;
}

async function checkWritten(portal: PortalProcess, written: readonly Written[]): Promise<void> {
  const ask = requestSender(portal.listening);
  for (const { check } of written) await check(ask);
}

/** What was sent has been answered by now, so each has its one row. */
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
