/** What `test:access` asks in the page of a state. */
import { measureContrasts } from '../hosts/contrast.ts';
import { faultsOfGeometry } from './geometry.ts';
export { faultsOfNotices } from './geometry.ts';
import type { PaintedText } from './quiet-text.ts';
import { elementsIn, faultsByRules } from './rules.ts';

/** Smallest contrast of a text (WCAG 2.2, 1.4.3). */
const LEAST = 4.5;

/** Texts that do not stand out, as they are painted now. */
export const faultsOfContrast = (): string[] =>
  measureContrasts(document.body)
    .filter(({ ratio }) => ratio < LEAST)
    .map(({ text, ratio }) => `contrast ${ratio.toFixed(2)}: ${text}`);

/** All faults that are seen without doing anything. */
export const faultsAtRest = (): string[] => [
  ...faultsByRules(document),
  ...faultsOfGeometry(),
  ...faultsOfContrast(),
  ...faultsOfFocus(),
];

/** The texts as they are painted now; none where the system forces its own colours. */
export const paintedTexts = (): PaintedText[] =>
  matchMedia('(forced-colors: active)').matches ? [] : measureContrasts(document.body);

/** Whether an update has taken the focus away: what had it last is gone, and nothing has it. */
function faultsOfFocus(): string[] {
  const { lastFocused, lastWidget } = globalThis as { lastFocused?: Element; lastWidget?: Element };
  // Where the widget is gone, too, the state has put another one there.
  const isLost =
    lastFocused &&
    !lastFocused.isConnected &&
    lastWidget?.isConnected &&
    document.activeElement === document.body;
  return isLost
    ? [`the focus is lost: <${lastFocused.localName}> ${lastFocused.textContent.trim().slice(0, 40)}`]
    : [];
}

/** Types a letter into each box, and gives those that have moved under it. */
export async function faultsOfTyping(): Promise<string[]> {
  const boxes = elementsIn(document).filter((one): one is HTMLInputElement =>
    one.matches('input:not([type=radio], [type=checkbox], [type=file], :disabled), textarea:not(:disabled)'),
  );
  const moved: string[] = [];
  for (const box of boxes) {
    box.focus({ preventScroll: true });
    const { top } = box.getBoundingClientRect();
    box.value += '1';
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText' }));
    await new Promise((resolve) => setTimeout(resolve, 60));
    const distance = box.getBoundingClientRect().top - top;
    if (box.isConnected && Math.abs(distance) > 1)
      moved.push(`typing moves <${box.localName} ${box.id}> by ${distance} px`);
  }
  return moved;
}
