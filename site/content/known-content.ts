import { createHash } from 'node:crypto';

import type { Collection } from '../catalogue/collections.ts';
import type { ContentEntry } from './content-entry.ts';
import { KeptValues } from './kept-values.ts';
import { processValue } from './process-map.ts';

/** The entries of files without issues, by the hash of the text. A build asks for each up to five times: the pages, the search, the widgets. */
export const knownEntries = processValue('entries', () => new KeptValues<ContentEntry<Collection>>());
/** Texts of Markdown as HTML, by the hash of what they come from. */
export const knownHtml = processValue('html', () => new KeptValues<string>());

/** The hash of a text: 10,000 texts themselves would take 200 MB. */
export const hashOfText = (text: string): string => createHash('sha1').update(text).digest('base64url');
