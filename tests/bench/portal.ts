/**
 * `npm run bench:portal`: requests a second and the 99th percentile of what the portal is asked most, 1,000 open streams of
 * events, and the memory of its process; beside it, in the same run, Prism on the same contract. Nothing here passes or fails.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

import { PortalProcess, applicationOf, writeTestPortalData } from '../reliability/portal-under-test.ts';
import { requestSender } from '../reliability/requests.ts';
import { median } from './addresses/measure.ts';
import {
  EventStreamReaders,
  createApplications,
  listApplications,
  uploadManyFiles,
  type LoadResult,
} from './portal/loads.ts';
import { startPrismMock } from './portal/mock.ts';

const STREAMS = 1000;
const EVENTS = 5;
const MOCK_PORT = 4551;

const folder = mkdtempSync(join(tmpdir(), 'okno-'));
writeTestPortalData(folder);
let portal = new PortalProcess(folder);
await portal.start();
const mock = await startPrismMock(folder, MOCK_PORT);
const mib = (bytes: number) => `${(bytes / 1024 / 1024).toFixed()} МиБ`;

/** Puts the same load on the portal and on Prism, one after the other. */
async function measureBoth(
  load: (url: string, token: string) => Promise<LoadResult>,
): Promise<[LoadResult, LoadResult]> {
  const token = portal.listening.tokens['anna'] ?? '';
  return [await load(`${portal.listening.url}/v1`, token), await load(mock.url, token)];
}

const row = (name: string, ...columns: string[]) => {
  console.log(name.padEnd(44) + columns.map((column) => column.padStart(34)).join(''));
};
const inWords = ({ perSecond, p99, failed }: LoadResult) =>
  `${perSecond.toFixed(perSecond < 100 ? 1 : 0)} в секунду, p99 ${p99.toFixed()} мс${failed ? `, не вышло ${failed}` : ''}`;

row(`ядер: ${availableParallelism()}, вместе с нагрузкой`, 'учебный портал', 'Prism, для сравнения');
row('память вначале', mib((await portal.memory()).rss), mib(mock.memory()));
const loads = {
  'подать заявление': createApplications,
  'список заявлений, 20 на странице': listApplications,
  'файл 5 МБ по tus, 4 сразу': uploadManyFiles,
};
for (const [name, load] of Object.entries(loads)) {
  row(name, ...(await measureBoth(load)).map(inWords));
  row('  память после этого', mib((await portal.memory()).rss), mib(mock.memory()));
}

// A new process: its memory is that of the streams alone.
await portal.kill();
portal = new PortalProcess(folder);
await portal.start();
const streams = new EventStreamReaders();
const tokens = Object.values(portal.listening.tokens);
const ask = requestSender(portal.listening);
const { rss: before } = await portal.memory();
await streams.open(`${portal.listening.url}/v1`, tokens, STREAMS);
const times: number[] = [];
for (let i = 0; i < EVENTS; i++)
  times.push(
    await streams.timeToReachAll(async () => {
      for (const citizen of Object.keys(portal.listening.tokens)) await sendApplication(citizen);
    }),
  );
const { rss: memory } = await portal.memory();
row(`${STREAMS} потоков событий: дошло до всех за`, `${median(times).toFixed()} мс`, 'потоков не держит');
row('  память на один поток', `${((memory - before) / STREAMS / 1024).toFixed()} КиБ`);
row('  память с ними', mib(memory));

streams.close();
await mock.stop();
await portal.kill();
rmSync(folder, { recursive: true });

/** Sends an application of a citizen: an event for each of the citizen's streams. */
async function sendApplication(citizen: string): Promise<void> {
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': `"${crypto.randomUUID()}"` };
  const body = JSON.stringify(applicationOf('Примеров'));
  const response = await ask('/v1/applications', { method: 'POST', headers, body }, citizen);
  if (!response.ok)
    throw new Error(`An application of ${citizen}: ${response.status} ${await response.text()}`);
}
