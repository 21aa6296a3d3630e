import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { sendMixedRequests } from './mixed-requests.ts';
import { PortalProcess, writeTestPortalData, type MemoryUse } from './portal-under-test.ts';
import { requestSender } from './requests.ts';

/** The memory of a portal that has answered this many requests. */
export interface MemoryReading extends MemoryUse {
  requests: number;
}

/**
 * Sends a portal mixed requests, and reads the memory of its process at the start and after each of `stages`, which count the
 * requests since the start. `onReading` gets each reading at once.
 *
 * @example measureMemory([1500, 3000]) // three readings: after 0, 1500 and 3000 requests
 */
export async function measureMemory(
  stages: readonly number[],
  onReading?: (reading: MemoryReading) => void,
): Promise<MemoryReading[]> {
  const folder = mkdtempSync(join(tmpdir(), 'okno-'));
  writeTestPortalData(folder);
  const portal = new PortalProcess(folder);
  await portal.start();
  const readings: MemoryReading[] = [];
  try {
    for (const requests of [0, ...stages]) {
      await sendMixedRequests(requestSender(portal.listening), requests - (readings.at(-1)?.requests ?? 0));
      readings.push({ requests, ...(await portal.memory()) });
      onReading?.(readings.at(-1) as MemoryReading);
    }
    return readings;
  } finally {
    await portal.kill();
    rmSync(folder, { recursive: true });
  }
}
