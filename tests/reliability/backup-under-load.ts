import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

import { FORBIDDEN_ROWS, checkWritten, startWriters } from './kill-under-load.ts';
import { PortalProcess, writeTestPortalData } from './portal-under-test.ts';
import { expectStatus, requestSender } from './requests.ts';

/** The portal has acknowledged so many writes before a backup. */
const LEAD = 6;

const runScript = (name: string, ...args: string[]) =>
  promisify(execFile)(process.execPath, [`api-mocks/${name}.ts`, ...args]);

/** Copies and restores portals under load, `times` times, each a new one (`backUpOnce`). Gives the number of writes that were checked. */
export async function backUpRepeatedly(times: number): Promise<number> {
  let checked = 0;
  for (let time = 0; time < times; time++) checked += await backUpOnce();
  return checked;
}

/**
 * Copies a portal under load, destroys it, restores the copy, and checks that everything is there that was acknowledged before the copy
 * began, and nothing by half. Rejects with what is missing. Gives the number of writes that were checked.
 */
async function backUpOnce(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'okno-'));
  writeTestPortalData(folder);
  let portal = new PortalProcess(folder);
  await portal.start();
  try {
    const copy = join(folder, 'copy');
    const check = await backUpUnderLoad(portal, folder, copy);
    destroy(folder);
    const db = join(folder, 'sandbox.sqlite');
    await runScript('restore', '--from', copy, '--key', join(folder, 'safe', 'key'), '--db', db);
    checkFiles(folder);
    portal = new PortalProcess(folder);
    await portal.start();
    return await check(portal);
  } finally {
    await portal.kill();
    rmSync(folder, { recursive: true });
  }
}

/** Copies a portal while it is written to, then kills it. Gives the check of what it had acknowledged before. */
async function backUpUnderLoad(
  portal: PortalProcess,
  folder: string,
  copy: string,
): Promise<(restored: PortalProcess) => Promise<number>> {
  const writers = startWriters(portal, folder);
  const files = startChangingFiles(portal);
  while (writers.written.length < LEAD) await sleep(20);
  const before = [...writers.written];
  await runScript('backup', '--db', join(folder, 'sandbox.sqlite'), '--to', copy);
  await Promise.all([writers.stop(), files.stop()]);
  await portal.kill();
  return async (restored) => {
    await checkWritten(restored, before);
    return before.length;
  };
}

/** Sends and deletes files all the time: a backup meets some that are gone when it comes to them. */
function startChangingFiles(portal: PortalProcess): { stop: () => Promise<void> } {
  const ask = requestSender(portal.listening);
  const tus = { 'Tus-Resumable': '1.0.0' };
  const end = new AbortController();
  const changing = (async () => {
    while (!end.signal.aborted) {
      const metadata = { 'Upload-Length': '9', 'Upload-Metadata': 'filename YS5qcGc=' };
      const created = await ask('/v1/uploads', { method: 'POST', headers: { ...tus, ...metadata } });
      const path = (await expectStatus(created, 201)).headers.get('Location') ?? '';
      await expectStatus(await ask(path, { method: 'DELETE', headers: tus }), 204);
    }
  })();
  // Nobody waits for it before `stop`.
  changing.catch(() => undefined);
  return {
    stop() {
      end.abort();
      return changing;
    },
  };
}

/** Deletes all that the portal has. Its key alone is in another place. */
function destroy(folder: string): void {
  mkdirSync(join(folder, 'safe'), { recursive: true });
  renameSync(join(folder, 'sandbox.sqlite.key'), join(folder, 'safe', 'key'));
  for (const name of ['sandbox.sqlite', 'sandbox.sqlite-wal', 'sandbox.sqlite-shm', 'uploads'])
    rmSync(join(folder, name), { recursive: true, force: true });
}

/** Checks the restored database: no `FORBIDDEN_ROWS`, and of each file as many bytes as it had acknowledged. */
function checkFiles(folder: string): void {
  using db = new DatabaseSync(join(folder, 'sandbox.sqlite'), { readOnly: true });
  for (const [what, query] of Object.entries(FORBIDDEN_ROWS))
    if (db.prepare(query).all().length) throw new Error(what);
  for (const { id, received } of db
    .prepare("SELECT id, received FROM uploads WHERE state <> 'refused'")
    .all()) {
    const { size } = statSync(join(folder, 'uploads', String(id)));
    if (size !== received) throw new Error(`${String(id)} has ${size} bytes of ${String(received)}`);
  }
}
