import { rmSync } from 'node:fs';

import { build, serveFolder, serveMunicipality } from '../hosts/serve.ts';
import { DATABASE, FOLDER, JOURNEY, sandbox } from './world.ts';

/** Builds the catalogue for the journeys' own ports and serves the three origins until the last journey has ended. */
export default async function setUp(): Promise<() => Promise<void>> {
  rmSync(FOLDER, { recursive: true, force: true });
  await build(FOLDER, JOURNEY);
  const servers = [
    await serveFolder(FOLDER, Number(new URL(JOURNEY.catalogue).port)),
    await serveMunicipality(JOURNEY),
  ];
  for (const suffix of ['', '-wal', '-shm']) rmSync(DATABASE + suffix, { force: true });
  return () => {
    for (const server of servers) server.close();
    return sandbox.stop();
  };
}
