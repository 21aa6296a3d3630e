import type { EditorHost } from './editor.ts';
import { entriesFor, type ListEntry, type ListContent } from './list-entries.ts';

/** A combobox under the keys. */
export interface ComboboxActions {
  readonly host: EditorHost;
  readonly text: string;
  readonly isOpen: boolean;
  readonly content: ListContent;
  /** The number of the active entry; −1 for none. */
  readonly activeIndex: number;
  search(): Promise<void>;
  close(): void;
  setActive(entry: number): void;
  chooseEntry(entry: ListEntry): void;
}

/** Does what the keys of a combobox do (WAI-ARIA APG); all others do what they do in any input. */
export function handleKey(event: KeyboardEvent, box: ComboboxActions): void {
  const { isOpen, activeIndex } = box;
  const entries = entriesFor(box.content, box.text.trim());
  const last = entries.length - 1;
  if (event.isComposing) return;
  switch (event.key) {
    case 'ArrowDown':
      if (!isOpen) void box.search();
      else if (!event.altKey) box.setActive(activeIndex < last ? activeIndex + 1 : 0);
      break;
    case 'ArrowUp':
      if (event.altKey) box.close();
      else if (isOpen) box.setActive(activeIndex > 0 ? activeIndex - 1 : last);
      break;
    case 'Enter':
      handleEnter(box, entries[activeIndex]);
      break;
    case 'Escape':
      if (!isOpen) return;
      event.stopPropagation();
      box.close();
      break;
    default:
      if (/^(Home|End|Arrow)/.test(event.key)) box.setActive(-1);
      return;
  }
  event.preventDefault();
}

function handleEnter(box: ComboboxActions, entry: ListEntry | undefined): void {
  if (!box.isOpen) box.host.form?.requestSubmit();
  else if (entry) box.chooseEntry(entry);
  else box.close();
}
