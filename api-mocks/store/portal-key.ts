import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';

import * as v from 'valibot';

import { keyedHash, unseal } from './sealing.ts';
import { readSetting, saveSetting } from './settings.ts';

const KEY_BYTES = 32;

/** The key of a database is missing, damaged, or another one. Its message says in Russian what to do. */
export class PortalKeyError extends Error {
  override name = 'PortalKeyError';
}

/** Something that was encrypted with the key, in a database that does not remember its key yet. */
const FIND_SEALED = ['applications', 'complaints', 'drafts', 'feedback', 'uploads']
  .map((table) => `SELECT sealed FROM ${table} WHERE sealed IS NOT NULL`)
  .join(' UNION ALL ');

/** Lets a database recognize its key, and tells nothing of it. */
const keyCheckOf = (key: Uint8Array) => keyedHash(key, 'the key of this database').toString('base64url');

/** Has a database remember its key: it will take no other one. */
export function rememberKey(db: DatabaseSync, key: Uint8Array): void {
  saveSetting(db, 'keyCheck', keyCheckOf(key));
}

/** Whether the database is encrypted with this key; `undefined` if nothing in it is encrypted. */
function isKeyOf(db: DatabaseSync, key: Uint8Array): boolean | undefined {
  const check = readSetting(db, 'keyCheck', v.string());
  if (check !== undefined) return check === keyCheckOf(key);
  const sealed = db.prepare(`${FIND_SEALED} LIMIT 1`).get()?.['sealed'];
  if (!(sealed instanceof Uint8Array)) return undefined;
  try {
    unseal(key, sealed);
    return true;
  } catch {
    // AES-GCM refuses what another key has encrypted.
    return false;
  }
}

/**
 * Reads the key of an open database from the file beside it. Makes the file if there is none and nothing in the database is
 * encrypted: a copy of the database alone cannot be read. Throws a `PortalKeyError` if the file is missing, damaged, or
 * the key of another database.
 */
export function readPortalKey(db: DatabaseSync): Buffer {
  const database = db.location() ?? '';
  const file = `${database}.key`;
  if (!existsSync(file)) {
    if (isKeyOf(db, new Uint8Array(KEY_BYTES)) !== undefined)
      throw new PortalKeyError(
        `Нет файла ключа ${file}: без него данные портала не прочесть. Верните файл оттуда, где храните его копию. ` +
          `Если копии нет, начать можно только заново: удалите базу ${database} и папку uploads рядом с ней.`,
      );
    writeFileSync(file, randomBytes(KEY_BYTES), { mode: 0o600, flag: 'wx', flush: true });
  }
  return readKeyFile(file, db);
}

/** Reads a file with the key of a database. Throws a `PortalKeyError` if it is missing, damaged, or the key of another one. */
export function readKeyFile(file: string, db: DatabaseSync): Buffer {
  if (!existsSync(file)) throw new PortalKeyError(`Файла ключа ${file} нет. Назовите его: --key ФАЙЛ`);
  const key = readFileSync(file);
  if (key.length !== KEY_BYTES)
    throw new PortalKeyError(
      `Файл ключа ${file} испорчен: в нём должно быть ${KEY_BYTES} байта. Верните его из копии.`,
    );
  if (isKeyOf(db, key) === false)
    throw new PortalKeyError(
      `Ключ ${file} от другой базы: этим данные не прочесть. Верните тот файл ключа, с которым портал их записал.`,
    );
  return key;
}
