/** One way to look at each state: what the window and the browser are like. */
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
}

const WINDOW = { width: 1024, height: 768 };

/** The modes by their names. 320 × 256 is a window of 1280 × 1024 at 400 %. */
export const MODES: Record<string, Mode> = {
  light: { ...WINDOW, look: 'light' },
  dark: { ...WINDOW, look: 'dark', isDark: true },
  forced: { ...WINDOW, look: 'light', hasForcedColours: true },
  'forced-dark': { ...WINDOW, look: 'dark', hasForcedColours: true, isDark: true },
  small: { width: 320, height: 256, look: 'light', isOnlyRoom: true },
  large: { width: 640, height: 768, look: 'large', isOnlyRoom: true },
  spaced: { ...WINDOW, look: 'light', isSpaced: true, isOnlyRoom: true },
  english: { ...WINDOW, look: 'english' },
};

/** The only one of the rule engines that measures boxes: how large targets are, what scrolls. The others read code and colours. */
const MEASURES_BOXES = 'axe';

/** Those of the rule engines that may find something in a mode. They take the colours of the page for those of the system: none is asked then. */
export function enginesIn({ hasForcedColours, isOnlyRoom }: Mode, engines: readonly string[]): string[] {
  if (hasForcedColours) return [];
  return engines.filter((name) => !isOnlyRoom || name === MEASURES_BOXES);
}
