import { createServer } from 'vite';

import { gallery } from './gallery-server.ts';

export interface ServedGallery {
  url: string;
  close(): Promise<void>;
}

/** Serves the gallery by itself, from the source in the current folder; `now` is the portal's time. */
export async function serveGallery(port: number, now: () => Date): Promise<ServedGallery> {
  const origin = `http://localhost:${port}/`;
  const server = await createServer({
    configFile: false,
    cacheDir: '.okno/gallery-cache',
    logLevel: 'warn',
    appType: 'custom',
    plugins: [gallery({ portal: { origins: [origin], now } })],
    server: { port, strictPort: true, hmr: false },
  });
  await server.listen();
  return { url: `${origin}_gallery/`, close: () => server.close() };
}
