/**
 * The sandbox portal as a process that a test can kill: `node portal-process.ts FOLDER PORT`. It gets commands and sends
 * messages by IPC.
 */
import { join } from 'node:path';

import { DEMO_CITIZENS } from '../../api-mocks/sign-in/citizens.ts';
import { startSandbox, type RunningSandbox } from '../../api-mocks/server.ts';
import {
  ALLOWED_ORIGINS,
  type MemoryUse,
  type PortalCommand,
  type PortalMessage,
} from './portal-under-test.ts';

const [folder = '', port = '0'] = process.argv.slice(2);
const sendMessage = (message: PortalMessage) => process.send?.(message);
/** The portal that runs now. It stands in the module, because this module is the main program of a process. */
let running: RunningSandbox | undefined;
/** Ends when all starts so far have ended. Two commands to restart at the same time make two restarts, one after the other. */
let lastStart = Promise.resolve();

process.on('message', ({ command }: PortalCommand) => {
  if (command === 'memory') sendMessage(readMemory());
  else if (command === 'sessions') sendListening();
  else lastStart = lastStart.then(start);
});
process.on('disconnect', () => process.exit());

function readMemory(): MemoryUse {
  const rss = process.memoryUsage.rss();
  globalThis.gc?.();
  return { rss, heap: process.memoryUsage().heapUsed };
}

/** Starts the portal. If it runs, stops it first, and starts it at the same address. */
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

/** Signs the demonstration citizens in. Sends the portal's address and their tokens. */
function sendListening(): void {
  if (!running) return;
  const { url, context } = running;
  const { sessions, wallNow } = context;
  const tokens = DEMO_CITIZENS.map(
    (citizen) => [citizen.id, sessions.signInWithoutWindow(citizen, wallNow().getTime())] as const,
  );
  sendMessage({ url, tokens: Object.fromEntries(tokens) });
}
