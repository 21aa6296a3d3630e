/**
 * `npm run test:cuts [-- --mb 50] [--speed 200] [--every 2000]`: a file over a line that is cut off again and again, with a reload, a killed
 * browser and a restart of the portal in the middle; then ten files at once, and the memory of the page.
 */
import { parseArgs } from 'node:util';

import { memoryOfTenFiles, uploadOverLine } from './upload-cuts.ts';

const { values } = parseArgs({
  options: {
    mb: { type: 'string', default: '50' },
    speed: { type: 'string', default: '200' },
    every: { type: 'string', default: '2000' },
  },
});
const MIB = 2 ** 20;
const size = Number(values.mb) * MIB;
const line = { bytesPerSecond: Number(values.speed) * 1000, cutEvery: Number(values.every) };
console.log(`Файл ${values.mb} МиБ, линия ${values.speed} КБ/с, обрыв каждые ${values.every} мс`);
const { isEqual, cuts, repeated, pieces, sent, seconds } = await uploadOverLine(size, line);
console.log(`Дошёл: SHA-256 ${isEqual ? 'тот же' : 'ДРУГОЙ'}. ${seconds.toFixed()} с`);
console.log(`Обрывов ${cuts}, кусков ${pieces}, из них ещё раз ${repeated}.`);
console.log(
  `По линии прошло ${(sent / MIB).toFixed(1)} МиБ: лишних ${((sent / size - 1) * 100).toFixed(1)} %`,
);
const { before, most } = await memoryOfTenFiles(size);
const inMb = (bytes: number) => `${(bytes / 1e6).toFixed()} МБ`;
console.log(`Десять файлов сразу: память страницы ${inMb(before)}, наибольшая ${inMb(most)}`);
if (!isEqual || repeated > cuts + 3 || most > 150e6) process.exitCode = 1;
