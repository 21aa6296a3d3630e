/**
 * The rooms of the house and what each may import: `eslint.config.mjs` holds them to it, types included. The order of the rooms
 * inside a part of the house is in `floors.ts`.
 */
import {
  ADDRESSES_LAYERS,
  API_MOCKS_LAYERS,
  TOP_LEVEL,
  SITE_LAYERS,
  WIDGETS_LAYERS,
  foldersBelow,
  type Layers,
} from './floors.ts';

/** A set of files with its own right to import. A file belongs to the first room that has a fitting pattern. */
export interface Room {
  /** Of its folder: `widgets/forms`. */
  name: string;
  /** Of its files, from the root: `widgets/forms/**`. */
  patterns: string[];
  /** Names of the rooms that it may import besides itself. */
  mayImport: string[];
}

/** What makes the OpenAPI document. Widgets never import it: they know schemas and plain lists only, `widgets/contract`. */
const DOCUMENT = ['widgets/contract/operations', 'widgets/contract/openapi'];
/** What every floor may import. */
const FLOOR_0 = ['widgets/contract', 'widgets/deadlines', 'widgets/text'];

const nameOf = (part: string, folder: string) => (folder === TOP_LEVEL ? part : `${part}/${folder}`);

/** A room for each folder of a part of the house; outside that part they all may import the same. */
const roomsOf = (part: string, layers: Layers, outside: readonly string[]): Room[] =>
  layers.flat().map((folder) => ({
    name: nameOf(part, folder),
    patterns: [folder === TOP_LEVEL ? `${part}/*` : `${part}/${folder}/**`],
    mayImport: [...foldersBelow(layers, folder).map((lower) => nameOf(part, lower)), ...outside],
  }));

/** Rooms that are less than a folder, or have rights of their own instead of those of their layer. */
const SPECIAL_ROOMS: Room[] = [
  // A test stands on the top floor, wherever its file lies; and so does what only tests use.
  {
    name: 'tests',
    patterns: ['tests/**', '**/*.test.ts', '**/*-for-tests.ts', 'api-mocks/testing*.ts'],
    mayImport: ['**'],
  },
  {
    name: 'widgets/contract/operations',
    patterns: ['widgets/contract/*/{operations,docs,examples}.ts'],
    mayImport: [...DOCUMENT, ...FLOOR_0],
  },
  {
    name: 'widgets/contract/openapi',
    patterns: ['widgets/contract/openapi/**'],
    mayImport: [...DOCUMENT, ...FLOOR_0],
  },
  {
    name: 'widgets/addresses/build',
    patterns: ['widgets/addresses/build/**'],
    mayImport: ['widgets/addresses/index', 'widgets/text'],
  },
  {
    // The suggestions of the search are the combobox of the widgets' fields.
    name: 'site/components',
    patterns: ['site/components/**'],
    mayImport: [
      ...foldersBelow(SITE_LAYERS, 'components').map((folder) => `site/${folder}`),
      'widgets/fields',
      ...DOCUMENT,
      ...FLOOR_0,
    ],
  },
  {
    name: 'site/integrations',
    patterns: ['site/integrations/**'],
    mayImport: [
      ...foldersBelow(SITE_LAYERS, 'components').map((folder) => `site/${folder}`),
      'widgets/addresses/build',
      ...FLOOR_0,
    ],
  },
];

/** `widgets/addresses` is more than one room: whoever may import it may import all of these. */
const ADDRESS_ROOMS = ADDRESSES_LAYERS.flat().map((folder) => `widgets/addresses/${folder}`);

const LAYERED_ROOMS: Room[] = [
  ...roomsOf('widgets/addresses', ADDRESSES_LAYERS, FLOOR_0),
  ...roomsOf('widgets', WIDGETS_LAYERS, []),
  ...roomsOf('api-mocks', API_MOCKS_LAYERS, ['widgets/addresses', ...DOCUMENT, ...FLOOR_0]),
  ...roomsOf('site', SITE_LAYERS, [...DOCUMENT, ...FLOOR_0]),
];
/** Rooms of layers that have special rooms instead. */
const REPLACED = ['widgets/addresses', ...SPECIAL_ROOMS.map(({ name }) => name)];

/** Every room of the house. Of two that fit a file the first counts. */
export const ROOMS: Room[] = [
  ...SPECIAL_ROOMS,
  ...LAYERED_ROOMS.filter(({ name }) => !REPLACED.includes(name)),
].map((room) => ({
  ...room,
  mayImport: room.mayImport.flatMap((name) => (name === 'widgets/addresses' ? ADDRESS_ROOMS : [name])),
}));
