import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { writeOpenApi } from '../../../widgets/contract/openapi/openapi.ts';
import { ALTAI } from '../../../widgets/contract/region/regions-for-tests.ts';
import { installTools } from '../../tools.ts';

/** A running Prism, which answers with the examples of the contract and stores nothing. */
export interface PrismMock {
  /** What comes before `/applications`. */
  url: string;
  /** Bytes that its process holds (RSS). */
  memory(): number;
  stop(): Promise<void>;
}

/** Starts Prism at a port with the OpenAPI document of the contract, in one process like the portal. */
export async function startPrismMock(folder: string, port: number): Promise<PrismMock> {
  const document = join(folder, 'openapi.json');
  writeFileSync(document, JSON.stringify(writeOpenApi(ALTAI)));
  const prism = join(installTools(join(import.meta.dirname, '../../contract')), 'prism');
  const options = ['--port', String(port), '--multiprocess', 'false', '--verboseLevel', 'silent'];
  const child = spawn(prism, ['mock', document, ...options], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  while (!(await fetch(url).catch(() => undefined))) {
    if (child.exitCode !== null) throw new Error(`Prism ended with ${child.exitCode}`);
    await sleep(100);
  }
  return {
    url,
    memory() {
      const [, kib] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
      return Number(kib) * 1024;
    },
    async stop() {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    },
  };
}
