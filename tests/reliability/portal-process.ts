/** The sandbox portal as a process of its own, which a test can kill: `node portal-process.ts FOLDER PORT`. Speaks by IPC. */
import { join } from 'node:path';

import { CITIZENS } from '../../api-mocks/sign-in/citizens.ts';
import { startSandbox, type RunningSandbox } from '../../api-mocks/server.ts';
import { ORIGINS, type FromPortal, type ToPortal } from './portal.ts';

const [folder = '', port = '0'] = process.argv.slice(2);
const say = (what: FromPortal) => process.send?.(what);
let running: RunningSandbox | undefined;
/** Two who ask for a restart at the same time get two, one after the other. */
let started = Promise.resolve();

process.on('message', ({ ask }: ToPortal) => {
  if (ask === 'memory') say({ memory: process.memoryUsage.rss() });
  else if (ask === 'sessions') welcome();
  else started = started.then(start);
});
process.on('disconnect', () => process.exit());

/** Starts, or starts again at the same address. */
async function start(): Promise<void> {
  const { url: before = `http://localhost:${port}` } = running ?? {};
  await running?.close();
  running = await startSandbox({
    data: join(folder, 'data'),
    db: join(folder, 'sandbox.sqlite'),
    origins: ORIGINS,
    port: Number(new URL(before).port),
    requestsPerMinute: 1e9,
    streamsPerCitizen: 10_000,
  });
  welcome();
}

/** Signs the demonstration citizens in, and says where. */
function welcome(): void {
  if (!running) return;
  const { url, context } = running;
  const { sessions, real } = context;
  const tokens = CITIZENS.map(
    (citizen) => [citizen.id, sessions.tokenFor(citizen, real().getTime())] as const,
  );
  say({ url, tokens: Object.fromEntries(tokens) });
}
