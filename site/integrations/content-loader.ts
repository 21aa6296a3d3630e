import type { Loader, LoaderContext } from 'astro/loaders';

import { collectionOf, type Collection } from '../catalogue/collections.ts';
import { contentFolder, fileBelow } from '../content/folder.ts';
import { readCollection } from '../content/read.ts';

/** Gives one collection to Astro, which renders the text of its files; on the developer's server again whenever one of them changes. */
export function contentLoader(collection: Collection): Loader {
  return {
    name: 'okno:content',
    load: async (context) => {
      const { watcher, logger } = context;
      const folder = contentFolder();
      await fillStore(context, collection);
      watcher?.add(folder);
      watcher?.on('all', (_, path) => {
        if (collectionOf(fileBelow(folder, path)) !== collection) return;
        fillStore(context, collection).catch((error: unknown) => {
          logger.error(error instanceof Error ? error.message : String(error));
        });
      });
    },
  };
}

async function fillStore(context: LoaderContext, collection: Collection): Promise<void> {
  const entries = await Promise.all(
    readCollection(collection).map(async ({ id, data, body }) => ({
      id,
      data: data as Record<string, unknown>,
      // Astro takes front matter off once more: the empty one is for it.
      ...(body && { rendered: await context.renderMarkdown(`---\n---\n${body}`) }),
    })),
  );
  context.store.clear();
  for (const entry of entries) context.store.set(entry);
}
