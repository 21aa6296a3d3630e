/** A colour of the screen: red, green and blue from 0 to 255, alpha from 0 (nothing is seen of it) to 1. */
export interface Colour {
  red: number;
  green: number;
  blue: number;
  alpha: number;
}

/**
 * Parses a colour as `getComputedStyle` gives it. One in another colour space than that of the screen, `oklch(0.5 0.1 240)`, is drawn
 * to see what it looks like.
 *
 * @example parseColour('rgb(6, 52, 98)') // { red: 6, green: 52, blue: 98, alpha: 1 }
 */
export function parseColour(css: string): Colour {
  const parts = css.startsWith('rgb') ? (css.match(/[\d.]+/g) ?? []).map(Number) : drawnParts(css);
  const [red = 0, green = 0, blue = 0, alpha = 1] = parts;
  return { red, green, blue, alpha };
}

function drawnParts(css: string): number[] {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return [];
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
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
