import { svg, type TemplateResult } from 'lit';
import { encode } from 'uqr';

/** Signs of light modules around a QR code (ISO/IEC 18004, section 5.3.8). */
const QUIET_ZONE = 4;

/** How much of a code may be damaged: 7 % or 15 % of it. */
type Correction = 'L' | 'M';

/** The modules of a QR code, row by row: true where it is dark. Without the quiet zone around. */
export const qrModules = (text: string, ecc: Correction = 'L'): boolean[][] =>
  encode(text, { ecc, border: 0 }).data;

/** Shows a QR code, dark on light whatever the page looks like. `name` is read by screen readers. */
export function qrCode(text: string, name: string, ecc?: Correction): TemplateResult {
  const rows = qrModules(text, ecc);
  const size = rows.length + 2 * QUIET_ZONE;
  const path = rows.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x + QUIET_ZONE} ${y + QUIET_ZONE}h1v1h-1z`] : [])),
  );
  return svg`<svg class="qr" role="img" aria-label=${name} viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">
    <rect width=${size} height=${size} fill="#fff"></rect>
    <path d=${path.join('')} fill="#000"></path>
  </svg>`;
}
