import { loadAllFormats, type TextFormats } from './load.ts';

/** Every format, for the portal and the content. */
export const ALL_FORMATS: TextFormats = await loadAllFormats();
