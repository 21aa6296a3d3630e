import { mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

import { parse, stringify } from 'yaml';

const CONFIG = `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({
  site: 'http://localhost:4561',
  integrations: [starlight({ title: 'Каталог', locales: { root: { label: 'Русский', lang: 'ru' } }, sidebar: [{ label: 'Услуги', link: '/' }] })],
});
`;
const COLLECTIONS = `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/** Writes a Starlight site with the services of a folder of content: a page for each, with all facts of its card, and a list of all. */
export function writeStarlight(folder: string, content: string): void {
  const docs = join(folder, 'src/content/docs');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(docs, 'services'), { recursive: true });
  symlinkSync(resolve('tests/bench/node_modules'), join(folder, 'node_modules'));
  // Astro reads here what has to go through its bundler.
  const dependencies = { '@astrojs/starlight': '*', astro: '*' };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', dependencies }));
  writeFileSync(join(folder, 'astro.config.mjs'), CONFIG);
  writeFileSync(join(folder, 'src/content.config.ts'), COLLECTIONS);
  const links: string[] = [];
  for (const name of readdirSync(join(content, 'services'))) {
    writeStarlightPage(join(content, 'services', name), join(docs, 'services', name));
    links.push(`- [${basename(name, '.md')}](/services/${basename(name, '.md')}/)`);
  }
  writeFileSync(join(docs, 'index.md'), `---\ntitle: Услуги\n---\n\n${links.join('\n')}\n`);
}

/** Writes the page of one card. */
export function writeStarlightPage(card: string, page: string): void {
  const [, facts = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/su.exec(readFileSync(card, 'utf8')) ?? [];
  const { коротко: title, 'о чём': description, ...rest } = parse(facts) as Record<string, unknown>;
  const sections = Object.entries(rest).map(([name, value]) => `## ${name}\n\n${asMarkdown(value, '')}`);
  writeFileSync(
    page,
    `---\n${stringify({ title, description })}---\n\n${body.trim()}\n\n${sections.join('\n\n')}\n`,
  );
}

/** Facts as Markdown: lists within lists. */
function asMarkdown(value: unknown, indent: string): string {
  if (Array.isArray(value)) return value.map((item) => `${indent}- ${itemText(item, indent)}`).join('\n');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, one]) => `${indent}- **${name}**: ${itemText(one, indent)}`)
      .join('\n');
  return String(value);
}

const itemText = (item: unknown, indent: string): string =>
  typeof item === 'object' && item !== null ? `\n${asMarkdown(item, `${indent}  `)}` : String(item);
