/** An element with words, as all widgets are. */
type Speaking = Element & { messages: object | undefined };

const SETS = import.meta.glob<{ en: object }>('/widgets/*/*messages.en.ts');

/** The words that an element had before it was translated. */
const russian = new WeakMap<Speaking, object>();

/**
 * Puts all widgets below a root into English or back into Russian, in the state in which they are. (A widget on a page that is English
 * from the start speaks it by itself; its states are waited for by their Russian words.)
 */
export async function translate(root: ParentNode, isEnglish: boolean): Promise<void> {
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) await translate(element.shadowRoot, isEnglish);
    if (!isSpeaking(element)) continue;
    const own = russian.get(element) ?? element.messages;
    if (own) russian.set(element, own);
    element.messages = isEnglish ? await englishFor(element.localName) : own;
  }
}

const isSpeaking = (element: Element): element is Speaking => 'messages' in element;

/** The words of an element that is a part of others: the others give them to it, or it stands in a folder with its siblings. */
const pathOf = (tag: string) =>
  tag === 'okno-file-field'
    ? 'forms/file-messages'
    : `${tag.startsWith('okno-case-') ? 'case' : tag.replace('okno-', '')}/messages`;

const englishFor = async (tag: string): Promise<object | undefined> =>
  (await SETS[`/widgets/${pathOf(tag)}.en.ts`]?.())?.en;
