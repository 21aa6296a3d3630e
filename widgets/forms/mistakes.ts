/** Codes of mistakes, by the names of the questions: `{ email: 'email', text: 'required' }`. */
export type Mistakes = Readonly<Record<string, string>>;

/** Name of the question for the consent, and id of its checkbox. */
export const CONSENT = 'consent';

/** Whether there is at least one mistake. */
export const hasMistakes = (mistakes: Mistakes): boolean => Object.keys(mistakes).length > 0;
