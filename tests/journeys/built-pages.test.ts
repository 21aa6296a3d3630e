import { existsSync, globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

import { expect, test } from '@playwright/test';

import { JOURNEY_FOLDER } from './journey-portal.ts';

/** Every page of the build, by its address. */
const pages = () =>
  new Map(
    globSync('**/*.html', { cwd: JOURNEY_FOLDER }).map((file) => [
      `/${file.replace(/index\.html$/, '')}`,
      readFileSync(`${JOURNEY_FOLDER}/${file}`, 'utf8'),
    ]),
  );
const idsOf = (html: string) => new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id));
const textOf = (html: string, pattern: RegExp) => pattern.exec(html)?.[1] ?? '';

/** Files that a page names though only the portal or a script has them. */
const NOT_FILES = /^\/(?:search\/\?|services\/\?)/;

test('no link of a page leads nowhere', () => {
  const all = pages();
  const ids = new Map<string, Set<string>>();
  const dead: string[] = [];
  for (const [address, html] of all)
    for (const [, link = ''] of html.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      if (/^(?:https?:|mailto:|tel:|data:)/.test(link) || NOT_FILES.test(link)) continue;
      const [path = '', anchor = ''] = decodeURI(link).split('#');
      const target = path
        ? posix.resolve(address, path.replace(/\?.*$/, '')) + (path.endsWith('/') ? '/' : '')
        : address;
      const page = target.replace(/\/\/$/, '/');
      const isThere = page.endsWith('/') ? all.has(page) : existsSync(`${JOURNEY_FOLDER}${page}`);
      const known = ids.get(page) ?? idsOf(all.get(page) ?? '');
      ids.set(page, known);
      if (!isThere || (anchor && all.has(page) && !known.has(anchor))) dead.push(`${address} → ${link}`);
    }
  expect(dead).toEqual([]);
});

test('every page has a title of its own, and a description that search engines show whole', () => {
  const titles = new Map<string, string>();
  for (const [address, html] of pages()) {
    const title = textOf(html, /<title>([^<]*)<\/title>/);
    expect(titles.get(title), `${address}: ${title}`).toBeUndefined();
    titles.set(title, address);
    const description = textOf(html, /name="description"[^>]* content="([^"]*)"/);
    expect(description.length, `${address}: ${description}`).toBeLessThanOrEqual(160);
    expect(description, address).not.toBe('');
    expect(html, address).toContain('http-equiv="content-security-policy"');
    expect(html, address).not.toContain('data-astro-cid');
  }
});

test('cards and agencies say what they are in the words of schema.org', () => {
  for (const [address, html] of pages()) {
    const type = /^\/services\/(?!by\/)[^/]+\/$/.test(address)
      ? 'GovernmentService'
      : /^\/agencies\/[^/]+\/$/.test(address)
        ? 'GovernmentOrganization'
        : undefined;
    if (type === undefined) continue;
    const data = JSON.parse(textOf(html, /<script type="application\/ld\+json">(.*?)<\/script>/s)) as object;
    expect(data, address).toMatchObject({ '@context': 'https://schema.org', '@type': type });
  }
});

test('the sitemap names pages that are there', () => {
  const sitemap = readFileSync(`${JOURNEY_FOLDER}/sitemap.xml`, 'utf8');
  const all = pages();
  const listed = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = '']) => new URL(url).pathname);
  expect(listed.filter((path) => !all.has(decodeURI(path)))).toEqual([]);
  expect(new Set(listed).size).toBe(listed.length);
  expect(listed.length).toBeGreaterThan(100);
});
