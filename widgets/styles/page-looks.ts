import type { LitElement } from 'lit';

import { ancestorsOf } from './ancestors.ts';

/**
 * Signs of a tool for people with low vision: bvi; uhpv and the special version of Bitrix, which have classes like `special-color-2`;
 * a tool that the site has written itself sets the attribute.
 */
const LOW_VISION_TOOLS = '.bvi-body,[class*=special-color-],[data-okno-low-vision]';

/** Whether the text of an element is light: more than half of the green there can be, which the eye sees best. */
const hasLightText = (element: Element) => Number(getComputedStyle(element).color.split(/\D+/)[2]) > 127;

/**
 * Looks for signs that the page has other colours than the element takes for granted: a tool for people with low vision, or a dark
 * page without `color-scheme`. As soon as there is one, fetches what has the element follow the page.
 */
export function watchPageLooks(host: LitElement): void {
  let bridge: Promise<void> | undefined;
  const look = () => {
    if (
      document.querySelector(LOW_VISION_TOOLS) ||
      hasLightText(host) !== hasLightText(host.renderRoot as Element)
    )
      bridge ??= import('./low-vision.ts').then(
        ({ LowVision }) => {
          host.addController(new LowVision(host, LOW_VISION_TOOLS));
        },
        () => {
          bridge = undefined; // The next change of the page tries again.
        },
      );
  };
  const observer = new MutationObserver(look);
  host.addController({
    hostConnected() {
      for (const element of ancestorsOf(host)) observer.observe(element, { attributes: true });
      look();
    },
    hostDisconnected() {
      observer.disconnect();
    },
  });
}
