/**
 * The states of a control, alone and together, without a mouse: what the style sheets of widgets say of the pointer and of the focus, they say
 * of two classes too. Measures what is seen then.
 */
import { executeServerCommand } from '@web/test-runner-commands';

import { contrastBehind, measureContrasts } from '../hosts/contrast.ts';

/** What a control can be, all at once. */
type ControlState = 'hover' | 'focus' | 'checked' | 'bad' | 'disabled';

/** One kind of control in a widget. */
export interface Control {
  /** What has its edge, its background and the ring around it. */
  box: HTMLElement;
  states: readonly ControlState[];
  /** Whether its edge says where it is: what looks like a link has none. */
  hasEdge: boolean;
  /** States that the browser or a sentence shows besides. */
  shownElsewhere?: readonly ControlState[];
}

/** Least contrasts of WCAG 2.2: of texts (1.4.3), of edges and rings (1.4.11). */
const [TEXT, EDGE] = [4.5, 3];
const RING_WIDTH = 2;

/** Has a class stand in for the pointer, and another one for the focus, in the style sheets of a widget. They are shared by all of its kind. */
export function addStandIns({ shadowRoot }: Element): void {
  for (const sheet of shadowRoot?.adoptedStyleSheets ?? [])
    sheet.replaceSync(
      [...sheet.cssRules]
        .map(({ cssText }) =>
          cssText
            .replaceAll(/(?<!:is\()(:hover)/g, ':is($1, .is-hover)')
            .replaceAll(/(?<!:is\()(:focus-visible)/g, ':is($1, .is-focus)'),
        )
        .join('\n'),
    );
}

/** Has the system be like this, by features of media queries; as it is without any. In Chromium only. */
export const setSystem = (features: Record<string, string>) => executeServerCommand<true>('media', features);

/** What is wrong with a control in all its states, each line with the states it is in: `hover checked: a text of 1.15`. */
export function faultsOfControl(control: Control): string[] {
  const { box, states, hasEdge, shownElsewhere = [] } = control;
  return combinationsOf(states).flatMap((shown) => {
    const look = lookOf(control, shown);
    const without = (state: ControlState) =>
      lookOf(
        control,
        shown.filter((other) => other !== state),
      );
    const hidden = shown.filter(
      (state) => state !== 'hover' && !shownElsewhere.includes(state) && without(state) === look,
    );
    const reacts = shown.includes('disabled') && shown.includes('hover') && without('hover') !== look;
    show(control, shown);
    const faults = [
      ...measured('a text', textContrast(box), TEXT),
      ...(hasEdge ? measured('an edge', edgeContrast(box), EDGE) : []),
      ...(shown.includes('focus') ? measured('a ring', ringContrast(box), EDGE) : []),
      ...hidden.map((state) => `«${state}» is not seen`),
      ...(reacts ? ['it looks as if it could be pressed'] : []),
    ];
    show(control, []);
    return faults.map((fault) => `${shown.join(' ') || 'at rest'}: ${fault}`);
  });
}

const combinationsOf = (states: readonly ControlState[]): ControlState[][] =>
  states.reduce<ControlState[][]>((found, state) => [...found, ...found.map((one) => [...one, state])], [[]]);

const measured = (what: string, contrast: number, least: number) =>
  contrast < least ? [`${what} of ${contrast.toFixed(2)}`] : [];

/** Brings a control into these states, and out of all others. */
function show({ box }: Control, shown: readonly ControlState[]): void {
  const input = box.matches('.tile') ? box.previousElementSibling : box.querySelector('input');
  const control = (input ?? box) as HTMLInputElement;
  for (let around: Element | null = box; around; around = around.parentElement)
    around.classList.toggle('is-hover', shown.includes('hover'));
  // Who has typed into it has left it.
  control.blur();
  control.classList.toggle('is-focus', shown.includes('focus'));
  control.checked = shown.includes('checked');
  box.closest('.field, .combo')?.classList.toggle('bad', shown.includes('bad'));
  // A button that waits keeps the focus: it is no more than called disabled.
  if (control.matches('button')) control.ariaDisabled = String(shown.includes('disabled'));
  else control.disabled = shown.includes('disabled');
}

/** All that is seen of it, to compare. */
function lookOf(control: Control, shown: readonly ControlState[]): string {
  show(control, shown);
  const { color, backgroundColor, border, outline, textDecoration } = getComputedStyle(control.box);
  return [color, backgroundColor, border, outline, textDecoration].join('; ');
}

const textContrast = (box: HTMLElement): number => {
  const { color, webkitTextFillColor } = getComputedStyle(box);
  const own = contrastBehind(
    box,
    matchMedia('(forced-colors: active)').matches ? color : webkitTextFillColor,
  );
  return Math.min(own, ...measureContrasts(box).map(({ ratio }) => ratio));
};

/** Its line or its background, whichever stands out more from what is around it. */
function edgeContrast(box: HTMLElement): number {
  const { borderTopColor, borderTopStyle, backgroundColor } = getComputedStyle(box);
  const around = box.parentElement ?? box;
  const line = borderTopStyle === 'none' ? 1 : contrastBehind(around, borderTopColor);
  return Math.max(line, contrastBehind(around, backgroundColor));
}

/** 1 where there is no ring, or hardly any. */
function ringContrast(box: HTMLElement): number {
  const { outlineColor, outlineStyle, outlineWidth } = getComputedStyle(box);
  const isSeen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= RING_WIDTH;
  return isSeen ? contrastBehind(box.parentElement ?? box, outlineColor) : 1;
}
