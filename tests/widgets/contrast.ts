import { contrastOf, parseColour, type Colour } from '../../widgets/styles/colours.ts';
import { ancestorsOf } from '../../widgets/styles/ancestors.ts';

const WHITE: Colour = { red: 255, green: 255, blue: 255, alpha: 1 };

/** Texts of a widget, with those of the elements inside it, that have a lower contrast than 4.5:1. One line each. */
export function unreadableTexts(widget: Element): string[] {
  const root = widget.shadowRoot ?? widget;
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
    const inner = element.shadowRoot ? unreadableTexts(element) : [];
    if (!hasText(element) || !element.checkVisibility() || element.closest('.hidden')) return inner;
    const contrast = contrastOf(parseColour(getComputedStyle(element).color), backgroundOf(element));
    return contrast < 4.5 ? [...inner, `${contrast.toFixed(2)}: ${element.outerHTML.slice(0, 90)}`] : inner;
  });
}

const hasText = (element: Element): boolean =>
  element.matches('input, textarea') ||
  [...element.childNodes].some((node) => node instanceof Text && node.data.trim());

/** The colour behind an element: that of the nearest one around it that lets nothing through. */
const backgroundOf = (element: Element): Colour =>
  ancestorsOf(element)
    .map((one) => parseColour(getComputedStyle(one).backgroundColor))
    .find((colour) => colour.alpha === 1) ?? WHITE;
