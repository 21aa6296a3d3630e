import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A part of the house as layers of folders, from the top. A folder imports only folders of the layers below its own. */
export type Layers = readonly (readonly string[])[];

/** Files that stand beside the folders: `main.ts`, `okno.ts`. */
export const TOP_LEVEL = '';

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

/** Widgets that are parts of others. */
const PARTS = ['address-field', 'sign-in'];
const widgets = fileURLToPath(new URL('../../widgets/', import.meta.url));
/** A folder with a `register.ts` is a widget. */
const isWidget = (folder: string) =>
  !PARTS.includes(folder) && existsSync(`${widgets}/${folder}/register.ts`);

export const WIDGETS_LAYERS: Layers = [
  [TOP_LEVEL],
  readdirSync(widgets).filter(isWidget),
  ['forms', ...PARTS],
  ['addresses', 'drafts', 'fields', 'portal', 'styles'],
  ['contract'],
  ['deadlines', 'text'],
];

/** `build` stands beside them: it writes what they read. */
export const ADDRESSES_LAYERS: Layers = [['suggest'], ['search'], ['index']];

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

/** What a folder may import besides itself. Throws when the layers do not know it. */
export function foldersBelow(layers: Layers, folder: string): string[] {
  const at = layers.findIndex((layer) => layer.includes(folder));
  if (at < 0) throw new Error(`No layer has the folder ${folder}`);
  return layers.slice(at + 1).flat();
}
