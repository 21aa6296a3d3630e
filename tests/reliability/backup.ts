/** `npm run test:backup [-- --times 50]`: copies and restores a portal under load more often than the unit tests have time for. */
import { parseArgs } from 'node:util';

import { backUpRepeatedly } from './backup-under-load.ts';

const { values } = parseArgs({ options: { times: { type: 'string', default: '50' } } });
const writes = await backUpRepeatedly(Number(values.times));
console.log(
  `Портал скопирован под нагрузкой и восстановлен ${values.times} раз. Записей: ${writes}, все на месте.`,
);
