/** Measures contrast of texts as they are painted, in the page: WCAG 2.2, 1.4.3. */

/** A colour in sRGB; each part, and alpha, from 0 to 1. */
type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** How one visible text stands out. */
export interface TextContrast {
  /** The text itself, or its beginning. */
  text: string;
  /** From 1, invisible, to 21, black on white. */
  ratio: number;
  /** CSS pixels, without the page's `zoom`: who sets it wants all of the page larger or smaller. */
  fontSize: number;
}

/** The contrast of every visible text of the shadow trees in and below an element. What the page puts into slots is the page's. */
export function measureContrasts(element: Element): TextContrast[] {
  const found: TextContrast[] = [];
  collect(element, found);
  return found;
}

function collect(node: Node, found: TextContrast[]): void {
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (child instanceof Text) addText(child, found);
  if (!(node instanceof Element)) return;
  if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) addControl(node, found);
  const tree = node.shadowRoot ?? node;
  if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0) return;
  for (let child = tree.firstElementChild; child; child = child.nextElementSibling)
    if (!/^(?:style|script|template|option)$/.test(child.localName)) collect(child, found);
}

function addText(text: Text, found: TextContrast[]): void {
  const parent = text.parentElement;
  const content = text.data.trim();
  if (!content || !parent || !(text.getRootNode() instanceof ShadowRoot) || !isExpectedToBeRead(parent))
    return;
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
  const [front, back] = painted(element, colourOf(style.webkitTextFillColor || style.color));
  return { text: text.slice(0, 60), ratio: ratioOf(front, back), fontSize: parseFloat(style.fontSize) };
}

/**
 * The colours of a text and of what is behind it. Each box from the text outwards paints under both what it has for background, and
 * fades both by its `opacity`; under the page is the canvas.
 */
function painted(element: Element, text: Colour): [front: Colour, back: Colour] {
  let front = text;
  let back: Colour = [0, 0, 0, 0];
  for (let box: Element | null = element; box; box = parentOf(box)) {
    const { backgroundColor, opacity } = getComputedStyle(box);
    const under = colourOf(backgroundColor);
    front = fade(over(front, under), Number(opacity));
    back = fade(over(back, under), Number(opacity));
  }
  const isDark = getComputedStyle(document.documentElement).colorScheme === 'dark';
  const canvas: Colour = isDark ? [0.07, 0.07, 0.07, 1] : [1, 1, 1, 1];
  return [over(front, canvas), over(back, canvas)];
}

/** The element in which this one is painted: its slot, its parent, or the host of its tree. */
function parentOf(element: Element): Element | null {
  const { parentNode, assignedSlot } = element;
  if (assignedSlot) return assignedSlot;
  return parentNode instanceof ShadowRoot ? parentNode.host : element.parentElement;
}

/** One colour painted over another: https://www.w3.org/TR/compositing-1/#simplealphacompositing */
function over([red, green, blue, alpha]: Colour, [red2, green2, blue2, alpha2]: Colour): Colour {
  const rest = alpha2 * (1 - alpha);
  const total = alpha + rest;
  const mix = (top: number, bottom: number) => (total ? (top * alpha + bottom * rest) / total : 0);
  return [mix(red, red2), mix(green, green2), mix(blue, blue2), total];
}

const fade = ([red, green, blue, alpha]: Colour, opacity: number): Colour => [
  red,
  green,
  blue,
  alpha * opacity,
];

/** The contrast of two opaque colours. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function ratioOf(one: Colour, other: Colour): number {
  const first = luminanceOf(one);
  const second = luminanceOf(other);
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

const luminanceOf = ([red, green, blue]: Colour) =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);

/** A computed colour: `rgb(…)` and `rgba(…)` are read, any other form (`oklch(…)`) is painted by the browser and looked at. */
function colourOf(text: string): Colour {
  const parts = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(text);
  if (!parts) return paintedColour(text);
  return [Number(parts[1]) / 255, Number(parts[2]) / 255, Number(parts[3]) / 255, Number(parts[4] ?? 1)];
}

function paintedColour(text: string): Colour {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas to paint a colour on');
  context.fillStyle = text;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red / 255, green / 255, blue / 255, alpha / 255];
}
