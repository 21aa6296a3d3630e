/** A colour of the screen: red, green and blue from 0 to 255, alpha from 0 (nothing is seen of it) to 1. */
export interface Colour {
  red: number;
  green: number;
  blue: number;
  alpha: number;
}

/**
 * Parses a colour as `getComputedStyle` gives it; `undefined` for one in another colour space.
 *
 * @example parseColour('rgb(6, 52, 98)') // { red: 6, green: 52, blue: 98, alpha: 1 }
 */
export function parseColour(css: string): Colour | undefined {
  if (!css.startsWith('rgb')) return undefined;
  const [red = 0, green = 0, blue = 0, alpha = 1] = (css.match(/[\d.]+/g) ?? []).map(Number);
  return { red, green, blue, alpha };
}

/** The contrast of two colours, from 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrastOf(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Whether white text is easier to read on a colour than black text. */
export const isDark = (colour: Colour): boolean => luminanceOf(colour) < 0.179;

/** Relative luminance, from 0 for black to 1 for white (WCAG 2.2). */
function luminanceOf({ red, green, blue }: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
