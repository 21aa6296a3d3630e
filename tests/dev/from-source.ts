import { join } from 'node:path';

import sirv from 'sirv';
import type { Plugin } from 'vite';

/** Sources for files that only a build makes, by their paths. Vite itself answers `okno.js` with `okno.ts`. */
const SOURCES: Record<string, string> = {
  '/widgets/address-field.js': '/widgets/address-field/stand-alone.ts',
};

/**
 * Lets Vite's server answer below `/widgets/` as a build would: widgets from source; forms, configuration and address index from
 * `folder`, which has a folder `widgets`. Pages of every origin may ask.
 */
export function widgetsFromSource(folder: string): Plugin {
  const files = sirv(join(folder, 'widgets'), {
    dev: true,
    setHeaders(response) {
      response.setHeader('Access-Control-Allow-Origin', '*');
    },
  });
  return {
    name: 'okno:widgets-from-source',
    configureServer({ middlewares }) {
      middlewares.use((request, _response, next) => {
        const [path = '', query] = request.url?.split('?') ?? [];
        const source = SOURCES[path];
        if (source !== undefined) request.url = query === undefined ? source : `${source}?${query}`;
        next();
      });
      middlewares.use('/widgets', files);
    },
  };
}
