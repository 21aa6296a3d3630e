/** `npm run test:files`: sixty files as people have them, in Chromium: each arrives right, or one sentence says why not. */
import { checkFiles } from './check-files.ts';

const began = performance.now();
const { all, refused, faults } = await checkFiles();
for (const fault of faults) console.log(fault);
const seconds = ((performance.now() - began) / 1000).toFixed();
console.log(
  `Файлов и выборов: ${all}, из них с отказом ${refused}. Не так, как нужно: ${faults.length}. ${seconds} с`,
);
process.exitCode = faults.length ? 1 : 0;
