/** `npm run sandbox [-- --port 4322] [--speed 86400] …`: starts the sandbox portal. The README has a table of the options. */
import { parseArgs } from 'node:util';

import { startSandbox } from './server.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4322' },
    data: { type: 'string', default: '.okno/portal-data' },
    db: { type: 'string', default: '.okno/sandbox.sqlite' },
    origins: { type: 'string', default: 'http://localhost:4321,http://localhost:4323' },
    speed: { type: 'string' },
    'requests-per-minute': { type: 'string', default: '600' },
  },
});

/** Parses `--speed`: how many times as fast as real time the officials' calendar runs. Throws an `Error` in Russian. */
function parseSpeed(typed: string): number {
  const speed = Number(typed);
  if (speed >= 1 && speed <= 1e6) return speed;
  throw new Error(`Во сколько раз быстрее жизни? Число от 1 до 1000000, например: --speed 86400`);
}

try {
  const { data, db, origins, port } = values;
  const sandbox = await startSandbox({
    data,
    db,
    origins: origins.split(','),
    port: Number(port),
    ...(values.speed !== undefined && { speed: parseSpeed(values.speed) }),
    requestsPerMinute: Number(values['requests-per-minute']),
    log: (line) => {
      console.log(JSON.stringify(line));
    },
  });
  console.log(`Учебный портал: ${sandbox.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close());
} catch (error) {
  const isPortTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  console.error(
    isPortTaken
      ? `Порт ${values.port} занят. Выберите другой: --port 4400`
      : error instanceof Error
        ? error.message
        : error,
  );
  process.exitCode = 1;
}
