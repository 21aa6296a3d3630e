/** What few need, in one file: it is fetched when the first of them does. */
export { below } from './below.ts';
export { Parts } from './parts.ts';
export { forgetAll, remembered } from './remembered.ts';
