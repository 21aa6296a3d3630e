import type { EditorHost } from './editor.ts';
import { entriesFor, type Entry, type ListContent } from './list-entries.ts';

/** A combobox under the keys. */
export interface KeyTarget {
  readonly host: EditorHost;
  readonly text: string;
  readonly isOpen: boolean;
  readonly content: ListContent;
  /** The number of the active entry; −1 for none. */
  readonly active: number;
  seek(): Promise<void>;
  close(): void;
  moveTo(entry: number): void;
  choose(entry: Entry): void;
}

/** Does what the keys of a combobox do (WAI-ARIA APG); all others do what they do in any input. */
export function pressKey(event: KeyboardEvent, box: KeyTarget): void {
  const { isOpen, active } = box;
  const entries = entriesFor(box.content, box.text.trim());
  const last = entries.length - 1;
  if (event.isComposing) return;
  switch (event.key) {
    case 'ArrowDown':
      if (!isOpen) void box.seek();
      else if (!event.altKey) box.moveTo(active < last ? active + 1 : 0);
      break;
    case 'ArrowUp':
      if (event.altKey) box.close();
      else if (isOpen) box.moveTo(active > 0 ? active - 1 : last);
      break;
    case 'Enter':
      pressEnter(box, entries[active]);
      break;
    case 'Escape':
      if (!isOpen) return;
      event.stopPropagation();
      box.close();
      break;
    default:
      if (/^(Home|End|Arrow)/.test(event.key)) box.moveTo(-1);
      return;
  }
  event.preventDefault();
}

function pressEnter(box: KeyTarget, entry: Entry | undefined): void {
  if (!box.isOpen) box.host.form?.requestSubmit();
  else if (entry) box.choose(entry);
  else box.close();
}
