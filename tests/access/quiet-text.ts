/** How well a text is read, by APCA, which knows dark pages and thin letters better than WCAG's ratio: https://readtech.org/ARC/. */
import Color from 'colorjs.io';

/** Least lightness contrast (Lc) of a text, and of one that is large or bold (ARC Bronze Simple Mode). */
const [LEAST, LEAST_LARGE] = [75, 60];
/** CSS pixels, and font weight, from which a text is large or bold. */
const [LARGE, BOLD] = [24, 600];

/** What of a text says whether it is read well. Colours as in CSS. */
export interface PaintedText {
  text: string;
  front: string;
  back: string;
  fontSize: number;
  fontWeight: number;
}

/** Contrasts that are known: a widget has few pairs of colours. */
const known = new Map<string, number>();

function lightnessContrast(front: string, back: string): number {
  const key = `${front} on ${back}`;
  const contrast = known.get(key) ?? Math.abs(new Color(back).contrast(new Color(front), 'APCA'));
  known.set(key, contrast);
  return contrast;
}

/**
 * The texts that are too quiet.
 *
 * @example faultsOfQuietTexts([{ text: 'Ответим', front: '#aebbc6', back: '#17212a', fontSize: 15, fontWeight: 400 }]) // ['Lc 63 < 75: Ответим']
 */
export const faultsOfQuietTexts = (texts: readonly PaintedText[]): string[] =>
  texts.flatMap(({ text, front, back, fontSize, fontWeight }) => {
    const least = fontSize >= LARGE || fontWeight >= BOLD ? LEAST_LARGE : LEAST;
    const contrast = Math.floor(lightnessContrast(front, back));
    return contrast < least ? [`quiet text: Lc ${contrast} < ${least}: ${text}`] : [];
  });
