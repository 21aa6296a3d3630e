// A match costs something for each difference from what was typed. The cheapest match is suggested first. README.md has an example
// («барн лен 12» ranked). A greater cost is a worse kind of difference: ten begun words are as bad as one wrong letter.

/** Only the beginning of a word was typed: «барн» for «Барнаул». */
export const PREFIX_COST = 10;
/** Another form of the word was typed: «Молодежной» for «Молодежная». */
export const FORM_COST = 3;
/** One typing mistake: a letter too many, missing, wrong, or two swapped. */
export const EDIT_COST = 100;
/** A type or a postcode was typed that the match does not have: «деревня Барнаул». */
export const MISSING_HINT_COST = 1000;
/** Numbers of the line were rewritten: «50 лет» for «50-летия». */
export const REWRITTEN_COST = 1;
/** A word was typed that nothing in the data has. Greater than all other costs of a match together. */
export const GIVEN_UP_COST = 100_000;
/** A former name was typed. */
export const FORMER_NAME_COST = 5;
/**
 * Only the name of the region has the word. Or a locality has the typed type, but only its district was named: «павловский с» for
 * each село of Павловский р-н.
 */
export const PARENT_ONLY_COST = 1;
/** The number at the end is read as a house. So «Ветеранов 2» finds «Ветеранов 2-я» before house 2. */
export const HOUSE_COST = 5;
/** The type that was typed is that of the match, which makes it better. */
export const SAME_TYPE_COST = -1;
