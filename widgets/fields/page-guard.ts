import { watchPageLooks } from '../styles/page-looks.ts';
import { Announcer, type Announcing } from './announcer.ts';
import { FocusKeeper } from './focus-keeper.ts';
import { ForeignNodes } from './foreign-nodes.ts';
import { keepOwnEvents } from './own-events.ts';
import { hideFromRecorders } from './private-input.ts';
import { moveOutRest } from './unclosed-tag.ts';

/**
 * Guards an element against what goes on around it: recorders of sessions find their marks on every control, scripts of the page do not
 * forbid what controls do, tools for people with low vision are followed, translators freeze no text. An update does not lose the focus;
 * what is said has a place that outlives each view. `content` is the inner box of its
 * shadow root. Gives what each update goes through.
 */
export function guardFromPage(host: Announcing, content: HTMLElement): ForeignNodes {
  const announcer = new Announcer(content);
  for (const sentence of host.announcer?.unsaid ?? []) announcer.say(...sentence);
  host.announcer = announcer;
  const hostUpdated = () => {
    content.querySelectorAll('input, select, textarea').forEach(hideFromRecorders);
  };
  hostUpdated();
  host.addController({ hostUpdated });
  host.addController(new FocusKeeper(host));
  keepOwnEvents(content);
  watchPageLooks(host);
  if (host.firstElementChild) moveOutRest(host);
  return new ForeignNodes(content);
}
