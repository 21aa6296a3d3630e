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
 * Has an element follow the page where that has other colours than the element takes for granted: a tool for people with low vision,
 * or a dark page without `color-scheme`. The code for that is fetched as soon as there is a sign. Looks for signs when the element is
 * put on the page, and when something around it changes: an attribute, a style sheet that has come, a colour that changes slowly.
 */
export function watchPageLooks(host: LitElement): void {
  const events = ['load', 'transitionend'];
  let sheet: CSSStyleSheet | undefined;
  const look = () => {
    // `renderRoot` is an element here: `WidgetElement` renders into one.
    const isToolOn = !!document.querySelector(LOW_VISION_TOOLS);
    if (sheet || isToolOn || hasLightText(host) !== hasLightText(host.renderRoot as Element))
      import('./low-vision.ts').then(
        ({ followPage }) => {
          sheet = followPage(host, isToolOn, sheet);
        },
        () => undefined, // The next change tries again.
      );
  };
  const observer = new MutationObserver(look);
  host.addController({
    hostConnected() {
      for (const element of ancestorsOf(host)) observer.observe(element, { attributes: true });
      for (const event of events) document.addEventListener(event, look, true);
      look();
    },
    hostDisconnected() {
      observer.disconnect();
      for (const event of events) document.removeEventListener(event, look, true);
    },
  });
}
