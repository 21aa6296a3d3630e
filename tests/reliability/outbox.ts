/** `npm run test:outbox [-- --times 10]`: composed without a connection, the browser closed, opened again with one. */
import { parseArgs } from 'node:util';

import { visitWithOutbox } from './outbox-visit.ts';

const { values } = parseArgs({ options: { times: { type: 'string', default: '10' } } });
const began = performance.now();
for (let time = 0; time < Number(values.times); time++) {
  const { number, applications } = await visitWithOutbox();
  if (applications !== 1) throw new Error(`${number}: заявлений ${applications}, а должно быть одно`);
  console.log(`${number}: заявление одно, номер виден`);
}
console.log(`Посещений: ${values.times}. ${((performance.now() - began) / 1000).toFixed()} с`);
