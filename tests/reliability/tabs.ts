/**
 * `npm run test:tabs [-- --runs 1000] [--seed 1]`: two tabs of a real browser with one application, more often than the unit tests have
 * time for. `-- --seed 101 --path 19` plays one history again, as a failure names it.
 */
import { parseArgs } from 'node:util';

import { playTabs } from './tab-histories.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: `${Date.now() % 2 ** 31}` },
    path: { type: 'string' },
  },
});
const { runs, seed, path } = values;
console.log(`Историй: ${path === undefined ? runs : 1}, начало: --seed ${seed}`);
for (const isPlain of [false, true]) {
  const began = performance.now();
  const played = await playTabs({ runs: Math.ceil(Number(runs) / 2), seed: Number(seed), isPlain, path });
  const { histories, steps, conflicts } = played;
  const seconds = ((performance.now() - began) / 1000).toFixed();
  const how = isPlain ? 'Без BroadcastChannel и Web Locks' : 'Вкладки знают друг о друге';
  console.log(`${how}: историй ${histories}, шагов ${steps}, показаны оба ответа ${conflicts}. ${seconds} с`);
}
console.log('Ни один ответ и ни один файл не пропал молча.');
