/**
 * `npm run test:incremental`: after 30 random edits a build that reuses the one before gives the same bytes as one from nothing.
 * `-- --edits 100 --seed 7` tries others.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { compareBuilds } from './incremental-build.ts';

const { values } = parseArgs({
  options: {
    edits: { type: 'string', default: '30' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
  },
});
const different = compareBuilds({
  folder: resolve('.okno/incremental'),
  edits: Number(values.edits),
  seed: Number(values.seed),
});
console.log(
  different.length
    ? `Отличаются: ${different.length}\n${different.join('\n')}\nЕщё раз: --seed ${values.seed}`
    : `Правок: ${values.edits}, зерно ${values.seed}. Все файлы одинаковы.`,
);
process.exitCode = different.length ? 1 : 0;
