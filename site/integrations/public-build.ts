import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { AstroIntegration } from 'astro';

import { readRegion } from '../content/read.ts';

/** What says where a build will stand. */
interface BuildSettings {
  /** `OKNO_SITE`: where the catalogue stands. */
  site: string;
  /** `OKNO_PORTAL`: the portal's origin. */
  portal: string | undefined;
  /** `OKNO_DEMO_HOST`: the demonstration page of a municipality. */
  demoHost: string | undefined;
  /** Whether the region's editors have checked the content. */
  isChecked: boolean;
}

const isOnThisMachine = (address: string) =>
  /^(?:localhost|127\.|\[::1\]|.*\.(?:test|example|invalid|localhost)$)/u.test(new URL(address).hostname);

/**
 * What is missing for a build that citizens will see, in Russian; nothing for one that stays on this machine.
 *
 * @example publicBuildFaults({ site: 'https://uslugi.ru/', portal: undefined, demoHost: undefined, isChecked: true })
 * // ['OKNO_PORTAL не задан: …']
 */
export function publicBuildFaults({ site, portal, demoHost, isChecked }: BuildSettings): string[] {
  if (isOnThisMachine(site)) return [];
  const faults: string[] = [];
  if (!portal)
    faults.push(
      'OKNO_PORTAL не задан: заявления некуда подавать. Например: OKNO_PORTAL=https://portal.krai.ru',
    );
  else if (!portal.startsWith('https://') || isOnThisMachine(portal))
    faults.push(
      `OKNO_PORTAL=${portal} — не адрес портала: нужен https и настоящий сервер. Например: https://portal.krai.ru`,
    );
  if (demoHost)
    faults.push(
      `OKNO_DEMO_HOST=${demoHost}: кнопка «Подать заявление» вела бы на пример. Уберите OKNO_DEMO_HOST`,
    );
  if (!isChecked)
    faults.push(
      'content/region.yaml: «проверено: нет», это образец. Проверьте сведения и поставьте «проверено: да»',
    );
  return faults;
}

/**
 * Stops a build for citizens that would lead them to a demonstration, and writes the headers of the build for a web server: `_headers`
 * with the policy that stands in every page, and with what only a header can say.
 */
export function publicBuild(site: string): AstroIntegration {
  return {
    name: 'okno:public-build',
    hooks: {
      'astro:config:setup': ({ command }) => {
        if (command !== 'build') return;
        const { OKNO_PORTAL: portal, OKNO_DEMO_HOST: demoHost } = process.env;
        const faults = publicBuildFaults({ site, portal, demoHost, isChecked: readRegion().checked });
        if (!faults.length) return;
        console.error(`Каталог для ${site} не собран:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
        process.exit(1);
      },
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const page = readFileSync(join(folder, 'index.html'), 'utf8');
        const policy = /http-equiv="content-security-policy" content="([^"]*)"/iu.exec(page)?.[1] ?? '';
        writeFileSync(join(folder, '_headers'), headers(policy.replaceAll('&#39;', "'")));
      },
    },
  };
}

/** The headers of all pages, in the form that Netlify and Cloudflare read; `npm run preview` sends them, too. */
const headers = (policy: string) => `/*
  Content-Security-Policy: ${policy}; frame-ancestors 'self'
  Referrer-Policy: strict-origin-when-cross-origin
  X-Content-Type-Options: nosniff
`;
