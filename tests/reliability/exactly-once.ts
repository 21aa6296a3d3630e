/** `npm run test:exactly-once [-- --runs 10000] [--seed 1]`: more histories than the unit tests have time for. */
import { parseArgs } from 'node:util';

import { checkExactlyOnce } from './histories.ts';
import { DEVICE_COMMANDS } from './two-tabs.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: `${Date.now() % 2 ** 31}` },
  },
});
const { runs, seed } = values;
console.log(`Историй: ${runs}, начало: --seed ${seed}`);
const began = performance.now();
const met = await checkExactlyOnce(Number(runs), Number(seed), DEVICE_COMMANDS);
for (const [how, times] of met) console.log(`${String(times).padStart(6)}  ${how}`);
console.log(`Каждый раз одно заявление, и номер виден. ${((performance.now() - began) / 1000).toFixed()} с`);
