import { rmSync } from 'node:fs';
import { dirname } from 'node:path';

import { buildCatalogue, serveFolder, serveMunicipality } from '../hosts/serve.ts';
import { JOURNEY_DATABASE, JOURNEY_FOLDER, JOURNEY_ORIGINS, journeySandbox } from './journey-portal.ts';

/** Builds the catalogue for the journeys' own ports and serves the three origins until the last journey has ended. */
export default async function setUp(): Promise<() => Promise<void>> {
  rmSync(JOURNEY_FOLDER, { recursive: true, force: true });
  await buildCatalogue(JOURNEY_FOLDER, JOURNEY_ORIGINS);
  return serveJourneys();
}

/** Serves the catalogue as it was built last. Gives what ends the servers. */
export async function serveJourneys(): Promise<() => Promise<void>> {
  const servers = [
    await serveFolder(JOURNEY_FOLDER, Number(new URL(JOURNEY_ORIGINS.catalogue).port)),
    await serveMunicipality(JOURNEY_ORIGINS),
  ];
  rmSync(dirname(JOURNEY_DATABASE), { recursive: true, force: true });
  return () => {
    for (const server of servers) server.close();
    return journeySandbox.stop();
  };
}
