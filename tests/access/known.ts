/** A false alarm: what a rule says, and why it is none. */
interface FalseAlarm {
  /** Found in the line of a fault. */
  pattern: RegExp;
  reason: string;
  /** The only state in which it is one, `widget name`; in all without it. */
  state?: string;
}

/** The false alarms, at most twelve kinds. */
export const FALSE_ALARMS: readonly FalseAlarm[] = [
  {
    pattern:
      /^(?:axe: (?:region|page-has-heading-one|landmark-one-main)|ibm: (?:aria_content_in_landmark|skip_main_exists))/,
    reason: 'The page around a widget is the host’s; in the gallery it is empty.',
  },
  {
    pattern: /^ibm: input_autocomplete_valid: <input .*street-address/,
    reason: 'HTML keeps «street-address» for text areas; browsers fill it into a line, too.',
  },
  {
    pattern: /^ibm: aria_child_tabbable.*listbox|^axe: scrollable-region-focusable.*"popup"/,
    reason:
      'The input keeps the focus and moves through its list by aria-activedescendant, which scrolls it (WAI-ARIA APG).',
  },
  {
    pattern: /^axe: landmark-unique|^typing moves/,
    state: 'application-form elsewhere',
    reason: 'Two forms of one service stand on one page there, in the place of two tabs.',
  },
  {
    pattern: /^a notice is out of the window/,
    state: 'complaint-form agencies-failed',
    reason: 'It comes by itself, when the form opens, and stands at its field.',
  },
  {
    pattern: /^a notice is out of the window/,
    state: 'application-form offline',
    reason:
      'The gallery shows this one without a press; one that follows a press is brought into the window.',
  },
  {
    pattern: /^ibm: aria_role_valid: <input .*role="combobox".* type="search"/,
    reason:
      'ARIA in HTML keeps «combobox» for a box of plain text. This one is cleared by its own button, and Orca calls it a list with a box (test:spoken).',
  },
  {
    pattern: /^ibm: input_label_exists: <(?:input .*data-search="query"|select .*id="filter-)/,
    reason: 'Each has a <label for>, which axe, Alfa and our own rule see.',
  },
  {
    pattern: /^text is cut off: <span unchecked>/,
    reason: 'A mark is seen; the words behind it are for those who listen (UncheckedNote.astro).',
  },
  {
    pattern: /^ibm: text_contrast_sufficient/,
    reason:
      'It does not read color-mix() and light-dark(); every text is measured as it is painted (hosts/contrast.ts).',
  },
];

/** Most kinds of false alarms. */
export const MOST_FALSE_ALARMS = 12;

/** The false alarm that a fault is; `undefined` where it is one to mend. */
export const falseAlarmOf = (fault: string, inState = ''): FalseAlarm | undefined =>
  FALSE_ALARMS.find(({ pattern, state = inState }) => state === inState && pattern.test(fault));
