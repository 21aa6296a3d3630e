/** What @web/test-runner serves to browsers from builds that are made when a test asks for them. */
import { globSync } from 'node:fs';

import { build, type Rolldown } from 'vite';

import { tusPlugin } from '../widgets/vite.config.ts';
import { TEST_FILES } from './browsers.ts';

type Served = Rolldown.OutputChunk | Rolldown.OutputAsset;
/** Gives the file that a path of the test server stands for; `undefined` if it is none of the build. */
type ServeFile = (path: string) => Promise<{ body: string; type: string } | undefined>;

/** Builds the tests into few files: without it a browser fetches two hundred modules for each of them. */
const buildTests = () =>
  build({
    configFile: false,
    publicDir: false,
    plugins: [tusPlugin],
    logLevel: 'error',
    build: {
      target: 'es2022',
      write: false,
      minify: false,
      modulePreload: false,
      sourcemap: true,
      rolldownOptions: {
        // What the runner serves itself.
        external: /^\/__web-/,
        input: Object.fromEntries(globSync(TEST_FILES).map((file) => [file, file])),
        output: { entryFileNames: '[name]', chunkFileNames: 'okno-test/chunks/[name]-[hash].js' },
      },
    },
  });

/** tus-js-client as the widgets use it, for watch mode: a part of what it needs is CommonJS, which browsers do not know. */
const buildTus = () =>
  build({
    configFile: false,
    plugins: [tusPlugin],
    logLevel: 'warn',
    build: {
      write: false,
      lib: { entry: 'node_modules/tus-js-client/lib/browser/index.js', formats: ['es'], fileName: 'tus' },
    },
  });

/**
 * Serves the files of a build, which is made when the first of them is asked for. The first group of `pattern` is the name of a file,
 * in the path by which a page asks for it.
 */
function serveBuild(pattern: RegExp, makeBuild: () => ReturnType<typeof build>): ServeFile {
  let files: Promise<Served[]> | undefined;
  return async (path) => {
    const name = pattern.exec(path)?.[1];
    if (!name) return undefined;
    files ??= makeBuild().then((made) =>
      [made].flat().flatMap((result) => ('output' in result ? result.output : [])),
    );
    const file = (await files).find(({ fileName }) => fileName === name);
    return file && { body: file.type === 'chunk' ? file.code : String(file.source), type: 'js' };
  };
}

/** The tests with all that they import. */
export const serveTests = serveBuild(
  /^\/(.+\.browser\.test\.ts(?:\.map)?|okno-test\/chunks\/.+)$/,
  buildTests,
);
/** tus-js-client, for watch mode. */
export const serveTus = serveBuild(/^\/okno-test\/(tus\.js)$/, buildTus);
/** The widgets as a release has them. */
export const serveRelease = serveBuild(
  /^\/okno-test\/((?:okno|okno-clean|address-field)\.js|parts\/.+)$/,
  () => build({ configFile: 'widgets/vite.config.ts', logLevel: 'silent', build: { write: false } }),
);
