/**
 * `npm run test:stream [-- --updates 1000] [--cuts 20] [--seed 1]`: updates through an event stream that is cut off again and again. First
 * to the widgets' client, where each is counted; then to a tracker and a list of applications on a page in Chromium, whose announcements
 * are counted.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { installTools } from '../tools.ts';
import { followUpdates } from './stream-updates.ts';

const { values } = parseArgs({
  options: {
    updates: { type: 'string', default: '1000' },
    cuts: { type: 'string', default: '20' },
    seed: { type: 'string', default: `${Date.now() % 2 ** 31}` },
  },
});
const [updates, cuts, seed] = [values.updates, values.cuts, values.seed].map(Number) as [
  number,
  number,
  number,
];
console.log(`Новостей: ${updates}, обрывов: ${cuts}, начало: --seed ${seed}`);
const { heard, resets, streams, heap, seconds } = await followUpdates({
  updates,
  cuts,
  seed,
});
const missing = Array.from({ length: updates }, (_, i) => i).filter((i) => !heard.includes(i));
const inMib = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} МиБ`;
console.log(
  `Услышано: ${heard.length}, потеряно: ${missing.length}, дважды: ${heard.length - new Set(heard).size}.`,
);
console.log(
  `По порядку: ${heard.every((number, i) => number === i) ? 'да' : 'нет'}. Потоков: ${streams}, начал заново: ${resets - 1}.`,
);
console.log(`Куча после уборки: ${heap.map(inMib).join(' → ')}. ${seconds.toFixed()} с`);
if (missing.length || heard.length !== updates) process.exitCode = 1;

const inBrowser = spawnSync(
  join(installTools(), 'wtr'),
  ['--config', 'tests/browser-tests.config.mjs', '--files', 'widgets/status-tracker/live.browser.test.ts'],
  {
    stdio: 'inherit',
    env: { ...process.env, OKNO_BROWSERS: 'chromium', OKNO_STREAM: JSON.stringify({ updates, cuts }) },
  },
);
if (inBrowser.status) process.exitCode = 1;
