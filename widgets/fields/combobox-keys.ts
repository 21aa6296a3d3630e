/** What the keys need of a combobox with entries of the kind `E`. */
export interface ComboboxActions<E = unknown> {
  /** Beginning of the ids of the list and its entries. */
  readonly prefix: string;
  /** Whether the list is open. */
  readonly isOpen: boolean;
  /** What the list shows, or showed last. */
  readonly entries: readonly E[];
  /** Index of the active entry; −1 for none. */
  readonly activeIndex: number;
  /** Searches for the text and opens the list. */
  search(): Promise<void>;
  close(): void;
  /** Makes the entry with this index active; −1 for none. */
  setActive(index: number): void;
  chooseEntry(entry: E): void;
  /** Takes the text as it is now; see {@link handleKey}. */
  enter(): Promise<void>;
}

/**
 * Handles a key (WAI-ARIA APG, editable combobox with list autocomplete). Keys that are not in the table do what they do in any input.
 *
 * | key             | list is closed   | list is open                                   |
 * | --------------- | ---------------- | ---------------------------------------------- |
 * | ↓               | opens it         | next entry; the first one after the last       |
 * | ↑               | –                | previous entry; the last one before the first  |
 * | Alt+↓           | opens it         | –                                              |
 * | Alt+↑           | –                | closes it                                      |
 * | Enter           | submits the form | chooses the active entry; without one closes   |
 * | Escape          | –                | closes it, and the event goes no further       |
 * | Home, End, ←, → | moves the caret  | moves the caret, and no entry is active        |
 *
 * What Enter does without an active entry besides is `enter`'s.
 */
export function handleKey<E>(event: KeyboardEvent, box: ComboboxActions<E>): void {
  const { isOpen, activeIndex, entries } = box;
  const active = entries[activeIndex];
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
      if (isOpen && active) box.chooseEntry(active);
      else void box.enter();
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
