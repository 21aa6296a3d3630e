import type { WidgetElement } from './widget-element.ts';

/**
 * Gives an element its English words where it stands in an English part of the page: `lang="en"` on itself or around it. Words that
 * the page has set stay; and so do the Russian ones where the English do not come. Call it from the constructor.
 */
export function speakEnglish<Words>(
  host: WidgetElement & { messages: Words },
  load: () => Promise<{ en: Words }>,
): void {
  const own = host.messages;
  const change = ({ en }: { en: Words }) => {
    if (host.messages !== own) return;
    host.messages = en;
    (host.renderRoot as HTMLElement).lang = 'en';
  };
  host.addController({
    hostConnected() {
      if (host.matches(':lang(en)')) load().then(change, () => undefined);
    },
  });
}
