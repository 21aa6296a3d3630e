import { siteOriginsFrom, type SiteOrigins } from '../hosts/serve.ts';

const PORT = Number(process.env['OKNO_PORT'] ?? 4321);

/**
 * Starts servers by `serve`, which gives the text to print when all of them are up. Prints a failure in one sentence and ends the
 * process; where a port is taken, advises to repeat `command` with another one.
 */
export async function runServers(
  command: string,
  serve: (addresses: SiteOrigins) => Promise<string>,
): Promise<void> {
  try {
    console.log(`\n${await serve(siteOriginsFrom(PORT))}\n\nОстановить: Ctrl+C`);
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    console.error(
      isTaken
        ? `Порты ${PORT}–${PORT + 2} заняты. Остановите то, что на них работает, или выберите другие: OKNO_PORT=4400 ${command}`
        : error instanceof Error
          ? error.message
          : error,
    );
    process.exit(1);
  }
}
