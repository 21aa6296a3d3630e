import { TOP_LEVEL, foldersBelow, type Layers } from '../floors.ts';
import type { ImportEdge } from './imports.ts';

/** The folder of a file inside a room: `cases` of `api-mocks/cases/history.ts`; `undefined` when the file is elsewhere. */
function folderOf(room: string, path: string): string | undefined {
  if (!path.startsWith(`${room}/`)) return undefined;
  const [folder = TOP_LEVEL, ...rest] = path.slice(room.length + 1).split('/');
  return rest.length > 0 ? folder : TOP_LEVEL;
}

const isKnown = (layers: Layers, folder: string) => layers.some((layer) => layer.includes(folder));

/** Imports inside a room that go up, or to another folder of the same layer. Folders that no layer knows are left out. */
export function upwardImports(room: string, layers: Layers, edges: readonly ImportEdge[]): ImportEdge[] {
  return edges.filter(({ from, to }) => {
    const [above, below] = [folderOf(room, from), folderOf(room, to)];
    if (above === undefined || below === undefined || above === below) return false;
    if (!isKnown(layers, above) || !isKnown(layers, below)) return false;
    return !foldersBelow(layers, above).includes(below);
  });
}

/** Folders of a room that no layer knows: `api-mocks/opinions/`, or `api-mocks/` for files beside its folders. */
export function unknownFolders(room: string, layers: Layers, paths: readonly string[]): string[] {
  const folders = new Set(paths.map((path) => folderOf(room, path)));
  return [...folders]
    .filter((folder) => folder !== undefined && !isKnown(layers, folder))
    .map((folder) => (folder ? `${room}/${folder}/` : `${room}/`));
}
