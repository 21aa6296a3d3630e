/** `npm start`: builds everything, then serves the catalogue, the sandbox portal and a municipality's page. */
import { buildCatalogue, serveFolder, serveMunicipality, servePortal } from '../hosts/serve.ts';
import { runServers } from './run-servers.ts';

const FOLDER = 'dist';

await runServers('npm start', async (addresses) => {
  console.log('Собираем каталог, виджеты, поиск и адреса…');
  await buildCatalogue(FOLDER, addresses);
  await serveFolder(FOLDER, Number(new URL(addresses.catalogue).port));
  await servePortal(FOLDER, '.okno/sandbox.sqlite', addresses);
  await serveMunicipality(addresses);
  return `Готово. Откройте:
  каталог услуг               ${addresses.catalogue}
  учебный портал              ${addresses.portal}
  страница муниципалитета     ${addresses.municipality}`;
});
