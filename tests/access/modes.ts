/** One way to look at what is shown: what the window and the browser are like. */
export interface Mode {
  width: number;
  height: number;
  /** A look of the gallery (`gallery/looks.ts`). */
  look: string;
  hasForcedColours?: true;
  isDark?: true;
  /** Only room and spacing differ from `light`: code, words and colours are the same. */
  isOnlyRoom?: true;
  /** Letters, words and lines stand as far apart as a citizen may want them (WCAG 2.2, 1.4.12). */
  isSpaced?: true;
  /** What is chosen in «Версия для слабовидящих» of the catalogue (`site/components/low-vision-form.ts`). */
  lowVision?: string;
}

const WINDOW = { width: 1024, height: 768 };
const PHONE = { width: 320, height: 640 };

/** 320 × 256 is a window of 1280 × 1024 at 400 %. */
const COMMON: Record<string, Mode> = {
  light: { ...WINDOW, look: 'light' },
  dark: { ...WINDOW, look: 'dark', isDark: true },
  forced: { ...WINDOW, look: 'light', hasForcedColours: true },
  'forced-dark': { ...WINDOW, look: 'dark', hasForcedColours: true, isDark: true },
  small: { width: 320, height: 256, look: 'light', isOnlyRoom: true },
  large: { width: 640, height: 768, look: 'large', isOnlyRoom: true },
};
/** Comes last: its style sheet stays. */
const SPACED: Record<string, Mode> = {
  spaced: { ...WINDOW, look: 'light', isSpaced: true, isOnlyRoom: true },
};

/** The modes of the gallery by their names. */
const MODES: Record<string, Mode> = { ...COMMON, english: { ...WINDOW, look: 'english' }, ...SPACED };
/** Those of the catalogue. It has no English, and a version for people with low vision, also on a telephone. */
const PAGE_MODES: Record<string, Mode> = {
  ...COMMON,
  'low-white': { ...WINDOW, look: 'light', lowVision: 'size-150 spacing-normal colours-white pictures' },
  'low-black': { ...PHONE, look: 'light', lowVision: 'size-200 spacing-normal colours-black no-pictures' },
  'low-blue': { ...WINDOW, look: 'light', lowVision: 'size-200 spacing-wide colours-blue pictures' },
  'low-beige': { ...PHONE, look: 'light', lowVision: 'size-200 spacing-wide colours-beige pictures' },
  ...SPACED,
};

/** The names of all modes. */
export const MODE_NAMES = Object.keys({ ...MODES, ...PAGE_MODES });

/** Those of some modes, by their names, that a page of the catalogue has, or a state of the gallery. */
export const modesAmong = (names: readonly string[], isPage: boolean): [name: string, mode: Mode][] =>
  Object.entries(isPage ? PAGE_MODES : MODES).filter(([name]) => names.includes(name));

/** The only one of the rule engines that measures boxes: how large targets are, what scrolls. The others read code and colours. */
const MEASURES_BOXES = 'axe';

/** Those of the rule engines that may find something in a mode. They take the colours of the page for those of the system: none is asked then. */
export function enginesIn(mode: Mode, engines: readonly string[]): string[] {
  if (mode.hasForcedColours) return [];
  return engines.filter((name) => (!mode.isOnlyRoom && !mode.lowVision) || name === MEASURES_BOXES);
}
