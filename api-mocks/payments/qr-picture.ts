import { renderSVG } from 'uqr';

/** Draws a QR code as SVG. `title` describes it for screen readers; it must not contain `<`, `>` or `&`. */
export const renderQrSvg = (text: string, title: string): string =>
  // Level M: the standard asks for no less.
  renderSVG(text, { ecc: 'M', border: 4 }).replace('>', ` role="img"><title>${title}</title>`);
