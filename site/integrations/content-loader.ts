import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Loader, LoaderContext } from 'astro/loaders';

import { collectionOf, type Collection } from '../catalogue/collections.ts';
import { formatIssues } from '../content/content-issue.ts';
import { hasFacts, keepFacts } from '../content/facts.ts';
import { contentFolder, pathInFolder } from '../content/folder.ts';
import { readCollection, type ContentEntry } from '../content/read.ts';

/** What turns Markdown into HTML: where it has changed, all texts are rendered anew. */
const MARKDOWN = readFileSync(join(import.meta.dirname, '../content/safe-markdown.ts'), 'utf8');

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
 * Reads a collection, renders its Markdown, and replaces the facts and the entries in Astro's store. If files have issues, what was there
 * stays; where nothing was, the entries that can be read are there. Only the developer's server meets issues: the content check stops
 * a build.
 */
async function fillStore(context: LoaderContext, collection: Collection): Promise<void> {
  const { store, logger } = context;
  const { entries, issues } = readCollection(collection);
  if (issues.length) logger.error(formatIssues(issues));
  if (issues.length && hasFacts(collection)) return;
  const rendered = await Promise.all(entries.map((entry) => storedOrRendered(context, entry)));
  keepFacts(collection, entries);
  store.clear();
  for (const entry of rendered) store.set(entry);
}

type StoredEntry = Parameters<LoaderContext['store']['set']>[0];

/** The entry for the store, which has only the text: as the build before has left it, or rendered anew. */
async function storedOrRendered(
  context: LoaderContext,
  { id, data, body }: ContentEntry<Collection>,
): Promise<StoredEntry> {
  const digest = context.generateDigest(JSON.stringify([MARKDOWN, context.config.base, data, body]));
  const stored = context.store.get(id);
  if (stored?.digest === digest) return stored;
  // `renderMarkdown` removes front matter. Ours is removed already: an empty one keeps a body that begins with `---` whole.
  const { html } = body ? await context.renderMarkdown(`---\n---\n${body}`) : { html: '' };
  return { id, digest, data: {}, rendered: { html } };
}
