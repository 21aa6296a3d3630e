import { AddressesError } from '../addresses/index/errors.ts';
import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import { hasStreet } from './address-parts.ts';
import { localityCodeOf, trimLine, type ChosenAddress } from './chosen-address.ts';
import { pointerReleased } from '../fields/pointer-released.ts';
import type { RecognizableLine } from './editor.ts';
import { extraMessages } from './extra-messages.ts';
import { retryLater } from './retry-later.ts';

/** Milliseconds that Enter waits at most for an index that does not answer. */
const MAX_WAIT = 3000;

/**
 * Takes the only address that the line can mean, says so, and offers to put back what was typed. In doubt nothing is taken. With
 * `needsHouse` an address without house is none: the citizen goes on. Without a connection it is tried again later.
 */
export async function recognizeLine(editor: RecognizableLine, needsHouse = false): Promise<void> {
  const { host } = editor;
  await pointerReleased(host);
  const { text, chosen } = editor;
  const line = trimLine(text);
  if (!host.value?.manual || line === editor.kept) return;
  const taken = parseLine(editor, line).then(
    (certain) => {
      // Meanwhile the citizen may have typed on, or chosen another address.
      if (editor.text !== text || !host.value?.manual || (needsHouse && !certain?.house)) return;
      if (certain) takeAddress(editor, certain, { line, text, chosen });
      else editor.kept = line;
    },
    (error: unknown) => {
      if (error instanceof AddressesError && error.reason === 'offline')
        retryLater(editor, () => void recognizeLine(editor, needsHouse));
    },
  );
  await Promise.race([taken, new Promise((resolve) => setTimeout(resolve, MAX_WAIT))]);
}

/**
 * The only address that the line can mean. Behind a chosen street it is one in this street; a house that is not listed stays there as it
 * was typed.
 */
async function parseLine(editor: RecognizableLine, line: string): Promise<Suggestion | undefined> {
  const { chosen, host } = editor;
  const { near, bounds } = host;
  const within = chosen ? localityCodeOf(chosen) : host.within;
  const addresses = await host.openIndex();
  const certain = await addresses?.parseCertain(line, { within, near, bounds: bounds || undefined });
  const isStreetChosen = chosen && hasStreet(chosen);
  const isInStreet = certain?.kladr === chosen?.kladr && certain?.listed !== false;
  return isStreetChosen && !isInStreet ? undefined : certain;
}

/** What stood in the field before an address was taken. */
interface Before {
  line: string;
  text: string;
  chosen: ChosenAddress | undefined;
}

function takeAddress(editor: RecognizableLine, certain: Suggestion, { line, text, chosen }: Before): void {
  const { host } = editor;
  const messages = { ...extraMessages, ...host.messages };
  const undo = () => {
    editor.kept = line;
    editor.write(text, chosen);
    host.announce(messages.written(line));
    host.dispatchEvent(new Event('input', { bubbles: true }));
    host.dispatchChange();
    host.renderRoot.querySelector('input')?.focus();
  };
  // Nobody has chosen a house that is not listed: its address stays a manual one.
  const manual = certain.listed === false;
  const taken = { ...certain, manual };
  editor.close();
  host.chooseSuggestion(certain, () => {
    editor.write(certain.line, taken);
    if (manual) editor.kept = certain.line;
    if (line !== certain.line) editor.undo = undo;
  });
  // The host page may have refused.
  if (editor.chosen !== taken) return;
  host.announce(manual ? messages.unlisted(certain.house ?? '') : messages.recognized(certain.line));
}

/** Asks the index for the GUID of a suggestion that was chosen: suggestions have none. */
export async function addFias(editor: RecognizableLine, chosen: ChosenAddress): Promise<void> {
  const { host } = editor;
  const known = await host.addresses?.resolve(chosen.kladr).catch(() => undefined);
  if (!known?.fias || editor.chosen !== chosen) return;
  editor.chosen = { ...chosen, fias: known.fias };
  editor.setAddress();
  if (!host.matches(':focus-within')) host.dispatchChange();
}
