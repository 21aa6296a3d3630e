/** The folder that `okno.json` names. All address fields of a page share it. */
let folder: URL | undefined;

/** Folder of the address index that `okno.json` names; `undefined` before it is read, and on pages without `okno.js`. */
export const configuredAddressFolder = (): URL | undefined => folder;

/** Tells the address fields of the page where their index is. */
export function setAddressFolder(url: URL): void {
  folder = url;
}
