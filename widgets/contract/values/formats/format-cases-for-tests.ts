import type { LoadedFormatName } from './load.ts';

/**
 * What is typed, and how it is understood: a text is the value that is stored, `refused` the code of the sentence at the field, `offered`
 * what one tap makes of it. A text that is offered a correction may be valid too.
 */
export type ValueCase = readonly [
  typed: string,
  expected: string | { refused?: string; value?: string; offered?: string },
];

/** Cases of some formats. */
export type FormatCases = Partial<Record<LoadedFormatName, readonly ValueCase[]>>;

/** A text that is refused with a code, and what is offered for it. */
export const refused = (code: string, offered?: string): { refused: string; offered?: string } =>
  offered === undefined ? { refused: code } : { refused: code, offered };

/** The same text as Word, PDF and telephones paste it: every format has to read it as the value. */
export const messyPastes = (text: string, value: string): ValueCase[] =>
  [
    ` ${text}\t`,
    `\u202d${text}\u202c`,
    `\ufeff${text}\u200b`,
    `${text.slice(0, 3)}\u00ad${text.slice(3)}`,
    `${text.slice(0, 2)}\u2060${text.slice(2)}`,
    text.replaceAll(' ', '\u00a0\u2009'),
    text.replaceAll('-', '\u2011'),
    text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  ].map((pasted) => [pasted, value] as const);

/** What no format takes for an answer. */
export const NO_ANSWERS: ValueCase[] = [
  ['', refused('required')],
  ['\u200b\u3164', refused('required')],
];
