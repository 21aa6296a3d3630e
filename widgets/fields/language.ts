import type { WidgetElement } from './widget-element.ts';

/**
 * Loads the English messages of a widget when it stands in an English part of the page: `lang="en"` on itself or around it. Messages
 * that the page has set itself are kept. Where the English ones cannot be fetched, the Russian ones stay. Call it from the constructor.
 */
export function loadEnglishMessages<Messages>(
  host: WidgetElement & { messages: Messages },
  load: () => Promise<{ en: Messages }>,
): void {
  const russian = host.messages;
  const setEnglish = ({ en }: { en: Messages }) => {
    if (host.messages !== russian) return;
    host.messages = en;
    (host.renderRoot as HTMLElement).lang = 'en';
  };
  host.addController({
    hostConnected() {
      if (host.matches(':lang(en)')) load().then(setEnglish, () => undefined);
    },
  });
}
