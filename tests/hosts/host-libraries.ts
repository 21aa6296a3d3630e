import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join, normalize } from 'node:path';

const NPM = join(import.meta.dirname, 'node_modules');
/** Deleted by `npm ci` like all the rest. */
const DEBIAN = join(NPM, '.debian');

/**
 * Why a host cannot be played here: the Debian package that its page names cannot be had. `undefined` where it can. Throws where
 * a file that the page names is not in its package.
 */
export function missingPackage({ name, html }: { name: string; html: string }): string | undefined {
  for (const [, path = '', debian] of html.matchAll(/"(\/(?:npm|debian\/([\w.-]+))\/[^"]+)"/g)) {
    if (debian !== undefined && !isUnpacked(debian))
      return `нет пакета Debian ${debian}: его скачивает apt-get`;
    if (!readLibrary(path)) throw new Error(`tests/hosts/corpus/${name}.html: there is no ${path}`);
  }
  return undefined;
}

/** Downloads and unpacks a Debian package, once; no root is needed. */
function isUnpacked(name: string): boolean {
  const folder = join(DEBIAN, name);
  if (existsSync(folder)) return true;
  const download = join(DEBIAN, `${name}.tmp`);
  mkdirSync(download, { recursive: true });
  const script = `apt-get download ${name} && dpkg-deb -x ${name}_*.deb .`;
  const { status } = spawnSync('sh', ['-c', script], { cwd: download, stdio: 'ignore' });
  if (status === 0) renameSync(download, folder);
  return status === 0;
}

/**
 * A file of a library: `/npm/jquery3/dist/jquery.js` of the package in package.json, `/debian/libjs-prototype/usr/share/…` of the
 * Debian package. `undefined` where there is none.
 */
export function readLibrary(path: string): { body: Buffer; type: string } | undefined {
  const [, registry, file = ''] = /^\/(npm|debian)\/(.+)$/.exec(path) ?? [];
  if (registry === undefined || normalize(file).startsWith('..')) return undefined;
  const place = join(registry === 'npm' ? NPM : DEBIAN, file);
  if (!existsSync(place)) return undefined;
  return { body: readFileSync(place), type: place.endsWith('.css') ? 'text/css' : 'text/javascript' };
}
