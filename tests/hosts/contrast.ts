/** Measures contrast of texts as they are painted, in the page: WCAG 2.2, 1.4.3. */
import { contrastOf, parseColour, type Colour } from '../../widgets/styles/colours.ts';

const NOTHING: Colour = { red: 0, green: 0, blue: 0, alpha: 0 };
const WHITE_CANVAS: Colour = { red: 255, green: 255, blue: 255, alpha: 1 };
const DARK_CANVAS: Colour = { red: 18, green: 18, blue: 18, alpha: 1 };

/** How one visible text stands out. */
export interface TextContrast {
  /** The text itself, or its beginning. */
  text: string;
  /** From 1, invisible, to 21, black on white. */
  ratio: number;
  /** CSS pixels, without the page's `zoom`: who sets it wants all of the page larger or smaller. */
  fontSize: number;
  fontWeight: number;
  /** Its colour, and the one behind it, in CSS. */
  front: string;
  back: string;
}

/**
 * The contrast of every visible text of the shadow trees in and below an element; below the body of a page that of the page's own texts,
 * too. What the page puts into slots is the page's.
 */
export function measureContrasts(element: Element): TextContrast[] {
  const found: TextContrast[] = [];
  collect(element, found, element === document.body);
  return found;
}

/** The contrast of a colour, as it is painted in an element, with what is behind it there. */
export const contrastBehind = (element: Element, colour: string): number =>
  contrastOf(...painted(element, parseColour(colour)));

function collect(node: Node, found: TextContrast[], hasPage: boolean): void {
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (child instanceof Text && (hasPage || child.getRootNode() instanceof ShadowRoot))
      addText(child, found);
  if (!(node instanceof Element)) return;
  if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) addControl(node, found);
  const tree = node.shadowRoot ?? node;
  if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0) return;
  for (let child = tree.firstElementChild; child; child = child.nextElementSibling)
    if (!/^(?:style|script|template|option)$/.test(child.localName)) collect(child, found, hasPage);
}

function addText(text: Text, found: TextContrast[]): void {
  const parent = text.parentElement;
  const content = text.data.trim();
  if (!content || !parent || !isExpectedToBeRead(parent)) return;
  const range = new Range();
  range.selectNodeContents(text);
  const { width, height } = range.getBoundingClientRect();
  if (width > 1 && height > 1) found.push(measure(parent, getComputedStyle(parent), content));
}

/** The value of a control is no text node; neither is its placeholder. */
function addControl(control: HTMLInputElement | HTMLTextAreaElement, found: TextContrast[]): void {
  if (/^(?:checkbox|radio|file|hidden)$/.test(control.type) || !isExpectedToBeRead(control)) return;
  found.push(measure(control, getComputedStyle(control), control.value || 'поле'));
  if (control.placeholder)
    found.push(measure(control, getComputedStyle(control, '::placeholder'), control.placeholder));
}

/** Whether it is shown, to sighted people too, and does something: WCAG excepts inactive controls. */
function isExpectedToBeRead(element: Element): boolean {
  if (element.closest('.hidden, :disabled, [aria-disabled=true]')) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1 && getComputedStyle(element).visibility === 'visible';
}

function measure(element: Element, style: CSSStyleDeclaration, text: string): TextContrast {
  // Where the system forces its colours, it forces `color`; Chromium says of the other what the page has set.
  const isForced = matchMedia('(forced-colors: active)').matches;
  const colour = isForced ? style.color : style.webkitTextFillColor || style.color;
  const [front, back] = painted(element, parseColour(colour));
  return {
    text: text.slice(0, 60),
    ratio: contrastOf(front, back),
    fontSize: parseFloat(style.fontSize),
    fontWeight: Number(style.fontWeight),
    front: cssOf(front),
    back: cssOf(back),
  };
}

const cssOf = ({ red, green, blue }: Colour) => `rgb(${red} ${green} ${blue})`;

/**
 * The colours of a text and of what is behind it. Each box from the text outwards paints under both what it has for background, and
 * fades both by its `opacity`; under the page is the canvas.
 */
function painted(element: Element, text: Colour): [front: Colour, back: Colour] {
  let front = text;
  let back = NOTHING;
  for (let box: Element | null = element; box; box = parentOf(box)) {
    const { backgroundColor, opacity } = getComputedStyle(box);
    const under = parseColour(backgroundColor);
    front = fade(over(front, under), Number(opacity));
    back = fade(over(back, under), Number(opacity));
  }
  const isDark = getComputedStyle(document.documentElement).colorScheme === 'dark';
  const canvas = isDark ? DARK_CANVAS : WHITE_CANVAS;
  return [over(front, canvas), over(back, canvas)];
}

/** The element in which this one is painted: its slot, its parent, or the host of its tree. */
function parentOf(element: Element): Element | null {
  const { parentNode, assignedSlot } = element;
  if (assignedSlot) return assignedSlot;
  return parentNode instanceof ShadowRoot ? parentNode.host : element.parentElement;
}

/** One colour painted over another: https://www.w3.org/TR/compositing-1/#simplealphacompositing */
function over(top: Colour, bottom: Colour): Colour {
  const rest = bottom.alpha * (1 - top.alpha);
  const alpha = top.alpha + rest;
  const mix = (one: number, other: number) => (alpha ? (one * top.alpha + other * rest) / alpha : 0);
  return {
    red: mix(top.red, bottom.red),
    green: mix(top.green, bottom.green),
    blue: mix(top.blue, bottom.blue),
    alpha,
  };
}

const fade = (colour: Colour, opacity: number): Colour => ({ ...colour, alpha: colour.alpha * opacity });
