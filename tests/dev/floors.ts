import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * A part of the house as layers of folders, from the top. A folder imports only folders of the layers below its own: in
 * `[['pages'], ['workflow'], ['cases', 'files']]` `workflow` may import `cases`, and `cases` may not import `files`.
 */
export type Layers = readonly (readonly string[])[];

/** The name for files that stand beside the folders: `main.ts`, `okno.ts`. */
export const TOP_LEVEL = '';

/** The folders of `api-mocks`. */
export const API_MOCKS_LAYERS: Layers = [
  [TOP_LEVEL],
  ['pages'],
  ['workflow'],
  ['complaints', 'payments', 'appointments', 'drafts', 'privacy'],
  ['cases', 'files', 'instant', 'feedback'],
  ['events'],
  ['sign-in'],
  ['http'],
  ['store'],
];

/** Widgets that other widgets import. */
const PARTS = ['address-field', 'sign-in'];
const widgets = fileURLToPath(new URL('../../widgets/', import.meta.url));
/** A folder with a `register.ts` is a widget. */
const isWidget = (folder: string) =>
  !PARTS.includes(folder) && existsSync(`${widgets}/${folder}/register.ts`);

/** The folders of `widgets`. Every folder with a `register.ts` is in the layer of widgets. */
export const WIDGETS_LAYERS: Layers = [
  [TOP_LEVEL],
  readdirSync(widgets).filter(isWidget),
  ['case'],
  ['forms', ...PARTS],
  ['diagnosis'],
  ['addresses', 'drafts', 'fields', 'pictures', 'portal'],
  ['styles'],
  ['contract'],
  ['deadlines', 'text'],
];

/** The folders of `widgets/addresses`. `build` is in no layer: it imports `index` only (`rooms.ts`), and nobody imports it but commands. */
export const ADDRESSES_LAYERS: Layers = [['suggest'], ['search'], ['index']];

/** The folders of `site`. */
export const SITE_LAYERS: Layers = [
  [TOP_LEVEL],
  ['integrations'],
  ['pages'],
  ['layouts'],
  ['components'],
  ['data', 'open-data', 'search'],
  ['content'],
  ['catalogue', 'styles'],
];

/**
 * The folders that a folder may import besides itself. Throws when no layer has it.
 *
 * @example foldersBelow([['pages'], ['workflow'], ['cases', 'files']], 'workflow') // ['cases', 'files']
 */
export function foldersBelow(layers: Layers, folder: string): string[] {
  const at = layers.findIndex((layer) => layer.includes(folder));
  if (at < 0) throw new Error(`No layer has the folder ${folder}`);
  return layers.slice(at + 1).flat();
}
