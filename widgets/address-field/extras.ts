/** What few need, in one file: it is fetched when the first of them does. */
export { details } from './address-details.ts';
export { PartsEditor } from './parts-editor.ts';
export { forgetAll, remembered } from './remembered.ts';
