/** What few need, in one file: it is fetched when the first of them does. */
export { detailsView as details } from './address-details.ts';
export { PartsEditor } from './parts-editor.ts';
export {
  forgetAllAddresses as forgetAll,
  rememberedSuggestions as remembered,
} from './remembered-addresses.ts';
