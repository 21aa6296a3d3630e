/** `npm run test:kill [-- --times 200]`: kills the portal under load more often than the unit tests have time for. */
import { parseArgs } from 'node:util';

import { killRepeatedly } from './kill-under-load.ts';

const { values } = parseArgs({ options: { times: { type: 'string', default: '200' } } });
const began = performance.now();
const writes = await killRepeatedly(Number(values.times));
const seconds = ((performance.now() - began) / 1000).toFixed();
console.log(`Портал убит ${values.times} раз. Записей: ${writes}, все на месте. ${seconds} с`);
