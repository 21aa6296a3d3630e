import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createConnection, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { installTools } from '../tools.ts';

/** A running `prism proxy`. */
export interface PrismProxy {
  /** It listens at `127.0.0.1` on this port. */
  port: number;
  /** Ends the process. */
  stop(): Promise<void>;
}

/**
 * Starts Prism as a proxy before `upstream`, an address. It checks requests and responses against the document in the file
 * `document`. With `--errors` it responds to a wrong request itself. Without, it passes everything on, and names mistakes in
 * the header `sl-violations`.
 */
export async function startPrismProxy(
  document: string,
  upstream: string,
  ...flags: '--errors'[]
): Promise<PrismProxy> {
  const port = await freePort();
  const child = spawn(
    join(installTools(import.meta.dirname), 'prism'),
    ['proxy', document, upstream, '--port', String(port), '-v', 'fatal', ...flags],
    {
      // Nothing of ours: a test that is given up would not end before Prism does.
      stdio: 'ignore',
      env: { ...process.env, NODE_OPTIONS: `--import=${import.meta.resolve('./prism-in-ascii.ts')}` },
    },
  );
  const exited = once(child, 'exit');
  const stop = () => child.kill();
  process.once('exit', stop);
  while (!(await isListening(port))) {
    if (child.exitCode !== null) throw new Error(`Prism ended with ${child.exitCode}`);
    await sleep(50);
  }
  return {
    port,
    async stop() {
      process.off('exit', stop);
      stop();
      await exited;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function isListening(port: number): Promise<boolean> {
  const socket = createConnection(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
