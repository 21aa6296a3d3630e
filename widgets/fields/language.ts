import { ancestorsOf } from '../styles/ancestors.ts';
import type { WidgetElement } from './widget-element.ts';

/**
 * Loads the English messages of a widget when it stands in an English part of the page: `lang="en"` on itself or around it. An element
 * inside of a widget has the language of that widget. Messages that the page has set itself are kept. Where the English ones cannot be
 * fetched, the Russian ones stay. Says in `lang` which language is shown, whatever the page has. Call it from the constructor.
 */
export function loadEnglishMessages<Messages>(
  host: WidgetElement & { messages: Messages },
  load: () => Promise<{ en: Messages }>,
): void {
  const russian = host.messages;
  host.addController({
    hostConnected() {
      const content = host.renderRoot as HTMLElement;
      content.lang ||= 'ru';
      const outermost = ancestorsOf(host).findLast(({ localName }) => localName.startsWith('okno-'));
      if (!outermost?.matches(':lang(en)')) return;
      load().then(
        ({ en }) => {
          if (host.messages !== russian) return;
          host.messages = en;
          content.lang = 'en';
        },
        () => undefined,
      );
    },
  });
}
