import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Loader, LoaderContext } from 'astro/loaders';

import { collectionOf, type Collection } from '../catalogue/collections.ts';
import { formatIssues } from '../content/content-issue.ts';
import { contentFolder, pathInFolder } from '../content/folder.ts';
import { hashOfText, knownHtml } from '../content/known-content.ts';
import type { ContentEntry } from '../content/content-entry.ts';
import { readCollection } from '../content/read.ts';
import { hasEntries, keepEntries, type RenderedEntry } from '../content/rendered-entries.ts';

/** What turns Markdown into HTML: where it has changed, all texts are rendered anew. */
const MARKDOWN = hashOfText(readFileSync(join(import.meta.dirname, '../content/safe-markdown.ts'), 'utf8'));

/**
 * Gives one collection to Astro, which renders the text of its files. The developer's server reads it again whenever one of them
 * changes.
 */
export function contentLoader(collection: Collection): Loader {
  return {
    name: 'okno:content',
    load: async (context) => {
      const folder = contentFolder();
      await fillStore(context, collection);
      context.watcher?.add(folder);
      context.watcher?.on('all', (_, path) => {
        if (collectionOf(pathInFolder(folder, path)) === collection) void fillStore(context, collection);
      });
    },
  };
}

/**
 * Reads a collection, renders its Markdown, and keeps the entries for the pages. Astro's store knows only which entries there are, and
 * when they change. If files have issues, what was there stays; where nothing was, the entries that can be read are there. Only the
 * developer's server meets issues: the content check stops a build.
 */
async function fillStore(context: LoaderContext, collection: Collection): Promise<void> {
  const { store, logger } = context;
  const { entries, issues } = readCollection(collection);
  if (issues.length) logger.error(formatIssues(issues));
  if (issues.length && hasEntries(collection)) return;
  const rendered = await Promise.all(entries.map((entry) => renderEntry(context, collection, entry)));
  keepEntries(collection, rendered);
  store.clear();
  for (const { id, digest } of rendered) store.set({ id, digest, data: {} });
}

/** An entry with its text as HTML: as a build before has rendered it, or rendered anew. */
async function renderEntry<C extends Collection>(
  context: LoaderContext,
  collection: C,
  { id, data, body, hash }: ContentEntry<C>,
): Promise<RenderedEntry<C>> {
  const digest = hashOfText(`${MARKDOWN} ${context.config.base} ${hash}`);
  if (!body) return { id, data, digest, html: '' };
  const file = `${collection}/${id}.md`;
  const known = knownHtml.find(file, digest);
  if (known !== undefined) return { id, data, digest, html: known };
  // `renderMarkdown` removes front matter. Ours is removed already: an empty one keeps a body that begins with `---` whole.
  const { html } = await context.renderMarkdown(`---\n---\n${body}`);
  knownHtml.keep(file, digest, html);
  return { id, data, digest, html };
}
