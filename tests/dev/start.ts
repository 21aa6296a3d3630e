/** `npm start`: builds everything, then serves the catalogue, the sandbox portal and a municipality's page. */
import { addressesFrom, build, serveFolder, serveMunicipality, servePortal } from '../hosts/serve.ts';

const PORT = Number(process.env['OKNO_PORT'] ?? 4321);
const FOLDER = 'dist';

const addresses = addressesFrom(PORT);
try {
  console.log('Собираем каталог, виджеты, поиск и адреса…');
  await build(FOLDER, addresses);
  await serveFolder(FOLDER, PORT);
  await servePortal(FOLDER, '.okno/sandbox.sqlite', addresses);
  await serveMunicipality(addresses);
  console.log(`
Готово. Откройте:
  каталог услуг               ${addresses.catalogue}
  учебный портал              ${addresses.portal}
  страница муниципалитета     ${addresses.municipality}

Остановить: Ctrl+C`);
} catch (error) {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  console.error(
    isTaken
      ? `Порты ${PORT}–${PORT + 2} заняты. Остановите то, что на них работает, или выберите другие: OKNO_PORT=4400 npm start`
      : error instanceof Error
        ? error.message
        : error,
  );
  process.exit(1);
}
