/** Code that few citizens need, in one chunk. It is fetched when the first part of it is needed. */
export { detailsView as details } from './address-details.ts';
export { PartsEditor } from './parts-editor.ts';
export {
  forgetAllAddresses as forgetAll,
  rememberedSuggestions as remembered,
} from './remembered-addresses.ts';
