import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { DEMO_CITIZENS } from '../../api-mocks/sign-in/citizens.ts';
import { Sessions } from '../../api-mocks/sign-in/sessions.ts';
import { openDatabase } from '../../api-mocks/store/database.ts';
import { MUNICIPALITY_ORIGIN, type Listening } from './portal-under-test.ts';

/** A portal as `npm run sandbox` starts it. */
export interface MainProcess {
  listening: Listening;
  /** All that it has written so far: its log, and its errors. */
  output: () => string;
  stop: () => Promise<void>;
}

/** Starts `api-mocks/main.ts` on a folder with data, and signs the demonstration citizens in. Rejects with its output if it ends. */
export async function startMainProcess(folder: string): Promise<MainProcess> {
  const db = join(folder, 'sandbox.sqlite');
  const options = ['--port', '0', '--requests-per-minute', '1000000', '--origins', MUNICIPALITY_ORIGIN];
  const child = spawn(process.execPath, [
    'api-mocks/main.ts',
    ...['--data', join(folder, 'data'), '--db', db, ...options],
  ]);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  let url: string | undefined;
  while (!(url = /Учебный портал: (\S+)/.exec(output)?.[1])) {
    if (child.exitCode !== null) throw new Error(output);
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  }
  return {
    listening: { url, tokens: signInAll(db) },
    output: () => output,
    async stop() {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    },
  };
}

/** Access tokens of the demonstration citizens, by their ids. */
function signInAll(file: string): Record<string, string> {
  using db = openDatabase(file);
  const sessions = new Sessions(db);
  return Object.fromEntries(
    DEMO_CITIZENS.map((citizen) => [citizen.id, sessions.signInWithoutWindow(citizen, Date.now())]),
  );
}
