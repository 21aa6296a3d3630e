/** Events by which a script of the page can take away what a control does: the focus, the caret, what is selected, pasted or sent. */
const EVENTS = ['keydown', 'mousedown', 'touchstart', 'selectstart', 'contextmenu'];

/** Keys that a control uses. */
const OWN_KEYS = /^(?:Enter|Backspace|Delete|Insert|Home|End|Page.+|Arrow.+)$/;
/** Places of the keys for «select all», «copy», «paste», «cut», «undo» and «redo», whatever the keyboard layout writes there. */
const EDITING_SHORTCUTS = /^Key[ACVXYZ]$/;

/**
 * Has controls do what they do, whatever the scripts of the page forbid. Scripts against copying, or against Enter in forms, spare
 * every `<input>`; of a widget they see only its host element. So these events end at the root, after the widget has heard them. Keys by
 * which a page closes its menus and dialogs (Escape, Tab, other shortcuts) reach it as ever.
 */
export function keepOwnEvents(root: Element): void {
  const stop = (event: Event) => {
    // Not `instanceof`: the event may be of another realm (`portal/clean-realm.ts`).
    if (!('key' in event) || isOwnKey(event as KeyboardEvent)) event.stopPropagation();
  };
  for (const type of EVENTS) root.addEventListener(type, stop, { passive: true });
}

function isOwnKey({ key, code, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (!ctrlKey && !metaKey) return OWN_KEYS.test(key);
  return EDITING_SHORTCUTS.test(code) || (key !== 'Enter' && OWN_KEYS.test(key));
}
