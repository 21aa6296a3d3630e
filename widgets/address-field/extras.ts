/** Code that is not needed before the first letters, in one chunk. */
export { detailsView as details } from './address-details.ts';
export { explainList } from './explain-list.ts';
export { PartsEditor } from './parts-editor.ts';
export { addFias, recognizeLine } from './recognize-line.ts';
export { retryLater } from './retry-later.ts';
export { suggestBehind } from './suggest-behind.ts';
export { suggestionView } from './suggestion-view.ts';
export {
  forgetAllAddresses as forgetAll,
  rememberedSuggestions as remembered,
} from './remembered-addresses.ts';
