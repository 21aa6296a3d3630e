/** `npm run test:crash [-- --runs 500] [--browser chromium] [--seed 1]`: kills a browser more often than the unit tests have time for. */
import { parseArgs } from 'node:util';

import { randomLives } from './crash-actions.ts';
import { crashRepeatedly } from './crash-runs.ts';
import { PROFILE_ENGINES } from './profile-browser.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    browser: { type: 'string', default: 'chromium' },
    seed: { type: 'string', default: `${Date.now() % 2 ** 31}` },
  },
});
const engine = PROFILE_ENGINES.find((name) => name === values.browser);
if (!engine) throw new Error(`--browser ${values.browser}: ${PROFILE_ENGINES.join(', ')} are the browsers`);
const runs = Number(values.runs ?? (engine === 'chromium' ? 500 : 200));
console.log(`${engine}, запусков: ${runs}, начало: --seed ${values.seed}`);
const began = performance.now();
const { done, faults, emptied } = await crashRepeatedly({
  engine,
  lives: randomLives(runs, Number(values.seed)),
  onRun(run, lost) {
    for (const fault of lost) console.log(`${run}: ${fault}`);
    if (run % 10 === 0) console.log(`${run} из ${runs}`);
  },
});
console.log(`Букв ${done.type}, шагов ${done.step}, файлов ${done.file}`);
console.log(`Сам браузер выбросил все базы сайта: ${emptied}`);
const seconds = ((performance.now() - began) / 1000).toFixed();
console.log(`Браузер убит ${runs} раз. Потеряно старше секунды: ${faults.length}. ${seconds} с`);
process.exitCode = faults.length ? 1 : 0;
