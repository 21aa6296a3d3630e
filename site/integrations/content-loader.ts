import type { Loader, LoaderContext } from 'astro/loaders';

import { collectionOf, type Collection } from '../catalogue/collections.ts';
import { formatIssues } from '../content/content-issue.ts';
import { contentFolder, pathInFolder } from '../content/folder.ts';
import { readCollection } from '../content/read.ts';

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
 * Reads a collection, renders its Markdown, and replaces the entries in Astro's store. If files have issues, the store keeps its
 * entries; an empty store gets the entries that can be read. Only the developer's server meets issues: the content check stops a
 * build.
 */
async function fillStore(context: LoaderContext, collection: Collection): Promise<void> {
  const { store, logger } = context;
  const { entries, issues } = readCollection(collection);
  if (issues.length) logger.error(formatIssues(issues));
  if (issues.length && store.keys().length) return;
  const rendered = await Promise.all(
    entries.map(async ({ id, data, body }) => ({
      id,
      data: data as Record<string, unknown>,
      // `renderMarkdown` removes front matter. Ours is removed already: an empty one keeps a body that begins with `---` whole.
      ...(body && { rendered: await context.renderMarkdown(`---\n---\n${body}`) }),
    })),
  );
  store.clear();
  for (const entry of rendered) store.set(entry);
}
