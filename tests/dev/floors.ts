/** A part of the house as layers of folders, from the top. A folder imports only folders of the layers below its own. */
export type Layers = readonly (readonly string[])[];

/** Files that stand beside the folders: `main.ts`, `okno.ts`. */
export const BESIDE = '';

export const API_MOCKS: Layers = [
  [BESIDE],
  ['pages'],
  ['workflow'],
  ['complaints', 'payments', 'appointments', 'drafts', 'privacy'],
  ['cases', 'files', 'instant', 'opinions'],
  ['events'],
  ['sign-in'],
  ['http'],
  ['store'],
];

export const WIDGETS: Layers = [
  [BESIDE],
  [
    'application-form',
    'complaint-form',
    'my-applications',
    'rating-form',
    'rating-summary',
    'service-card',
    'service-search',
    'status-tracker',
  ],
  ['address-field', 'forms', 'sign-in'],
  ['addresses', 'drafts', 'fields', 'portal', 'styles'],
  ['contract'],
  ['deadlines', 'text'],
];

/** `build` stands beside them: it writes what they read. */
export const ADDRESSES: Layers = [['suggest'], ['search'], ['index']];

export const SITE: Layers = [
  [BESIDE],
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
