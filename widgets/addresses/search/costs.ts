/**
 * What it costs a suggestion that it is not quite what was typed: the sum decides which comes first, the cheapest. See the
 * example in README.md.
 */

/** A word is only begun: «барн» for «Барнаул». */
export const PREFIX_COST = 10;
/** One letter is wrong. */
export const EDIT_COST = 100;
/** A word for a type, or a postcode, that nothing here has: «деревня Барнаул». */
export const MISSING_HINT_COST = 1000;
/** The name is not the present one. */
export const FORMER_NAME_COST = 5;
/** Only the region's name has the word; or a place is not named itself, but what it lies in. */
export const PARENT_ONLY_COST = 1;
/** The number at the end is taken for a house: at equal rights it belongs to the name, as in «Ветеранов 2-я». */
export const HOUSE_COST = 5;
/** The type is the one that was typed: that speaks for it. */
export const SAME_TYPE_COST = -1;
