/**
 * `npm run figures [-- --root DIR] [--list]`: how large the code is, and how well it keeps to the rules of the house. `--root`
 * measures another checkout, whose packages are installed; `--list` shows folders and items one by one.
 */
import { parseArgs } from 'node:util';

import { measuresOf } from './figures/measures.ts';
import { packagesInRoot } from './figures/packages.ts';
import { commentRows, importRow, measureTable, packageRow, roomTable } from './figures/table.ts';
import { readTree } from './figures/tree.ts';
import { unusedMeasures } from './figures/unused.ts';

const { values: options } = parseArgs({
  options: { root: { type: 'string', default: '.' }, list: { type: 'boolean', default: false } },
});

const files = readTree(options.root);
const lines = [
  ...roomTable(files, options.list),
  '',
  ...measureTable([...measuresOf(files), ...unusedMeasures(options.root)], options.list),
  ...commentRows(files),
  importRow(files),
  packageRow(packagesInRoot(options.root)),
];
console.log(lines.join('\n'));
