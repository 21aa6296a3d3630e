/** `npm run preview`: serves `dist` as a plain web server would, at the path and with the headers of production. */
import { existsSync, readFileSync } from 'node:fs';

import { readHeaders, serveFolder } from '../hosts/serve.ts';

const FOLDER = 'dist';
const PORT = Number(process.env['OKNO_PORT'] ?? 4321);

if (!existsSync(`${FOLDER}/index.html`)) {
  console.error('Сначала соберите каталог: npm run build');
  process.exit(1);
}
// Every page names its own address: the first one says where the catalogue stands.
const home = /rel="canonical" href="([^"]*)"/u.exec(readFileSync(`${FOLDER}/index.html`, 'utf8'))?.[1];
const base = new URL(home ?? '/', 'http://localhost/').pathname;
await serveFolder(FOLDER, PORT, { base, headers: readHeaders(FOLDER) });
console.log(`Откройте http://localhost:${PORT}${base}\nОстановить: Ctrl+C`);
