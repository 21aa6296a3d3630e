/** The sandbox portal as a process of its own, which a test can kill: `node portal-process.ts FOLDER PORT`. Speaks by IPC. */
import { join } from 'node:path';

import { DEMO_CITIZENS } from '../../api-mocks/sign-in/citizens.ts';
import { startSandbox, type RunningSandbox } from '../../api-mocks/server.ts';
import { ALLOWED_ORIGINS, type PortalMessage, type PortalCommand } from './portal-under-test.ts';

const [folder = '', port = '0'] = process.argv.slice(2);
const sendMessage = (what: PortalMessage) => process.send?.(what);
let running: RunningSandbox | undefined;
/** Two who ask for a restart at the same time get two, one after the other. */
let started = Promise.resolve();

process.on('message', ({ command }: PortalCommand) => {
  if (command === 'memory') sendMessage({ memory: process.memoryUsage.rss() });
  else if (command === 'sessions') sendListening();
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
    origins: ALLOWED_ORIGINS,
    port: Number(new URL(before).port),
    requestsPerMinute: 1e9,
    streamsPerCitizen: 10_000,
  });
  sendListening();
}

/** Signs the demonstration citizens in, and says where. */
function sendListening(): void {
  if (!running) return;
  const { url, context } = running;
  const { sessions, wallNow } = context;
  const tokens = DEMO_CITIZENS.map(
    (citizen) => [citizen.id, sessions.signInWithoutWindow(citizen, wallNow().getTime())] as const,
  );
  sendMessage({ url, tokens: Object.fromEntries(tokens) });
}
