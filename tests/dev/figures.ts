/**
 * `npm run figures [-- --root DIR] [--list]`: how large the code is, and how well it keeps to the floors of the house. `--root`
 * measures another checkout, `--list` shows folders and items one by one.
 */
import { parseArgs } from 'node:util';

import { measuresOf } from './figures/measures.ts';
import { importRow, measureTable, roomTable } from './figures/table.ts';
import { readTree } from './figures/tree.ts';

const { values: options } = parseArgs({
  options: { root: { type: 'string', default: '.' }, list: { type: 'boolean', default: false } },
});

const files = readTree(options.root);
const lines = [
  ...roomTable(files, options.list),
  '',
  ...measureTable(measuresOf(files), options.list),
  importRow(files),
];
console.log(lines.join('\n'));
