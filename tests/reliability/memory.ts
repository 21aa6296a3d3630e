/** `npm run test:memory [-- --requests 20000] [--step 2000]`: the memory of a portal that answers mixed requests. */
import { parseArgs } from 'node:util';

import { measureMemory } from './memory-under-load.ts';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '20000' },
    step: { type: 'string', default: '2000' },
  },
});
const step = Number(values.step);
const stages = Array.from({ length: Math.ceil(Number(values.requests) / step) }, (_, i) => (i + 1) * step);
const inMib = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} МиБ`.padStart(12);

console.log(['запросов', 'RSS', 'куча после уборки'].map((head) => head.padStart(18)).join(''));
await measureMemory(stages, ({ requests, rss, heap }) => {
  console.log([String(requests), inMib(rss), inMib(heap)].map((cell) => cell.padStart(18)).join(''));
});
