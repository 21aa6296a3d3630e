/** A node of a translator, and the text of ours whose place it has taken. */
type Replaced = Map<ChildNode, Text>;

/** Elements by which page translators wrap a text: those of Chrome, Edge and Яндекс Браузер. Nothing of ours is written in them. */
const WRAPPERS = ['font', 'ya-tr-span'];
const OUTER_WRAPPERS = WRAPPERS.map((name) => `${name}:not(:is(${WRAPPERS.join()}) *)`).join();

const isText = (node: Node): node is Text => node.nodeType === Node.TEXT_NODE;

/**
 * Knows what programs of the browser have put in the place of our texts. A page translator wraps each text in an element; Lit would
 * write the next text into that element, where nobody sees it, or look in vain for the text behind which it adds something.
 */
export class ForeignNodes {
  readonly #observer = new MutationObserver((records) => {
    this.#note(records);
  });
  readonly #replaced: Replaced = new Map();
  /** Nodes that are not ours. */
  readonly #added = new WeakSet<Node>();

  constructor(root: ParentNode & Node) {
    for (const wrapper of root.querySelectorAll(OUTER_WRAPPERS)) this.#takeOver(wrapper);
    this.#observer.observe(root, { childList: true, subtree: true });
  }

  /** Updates the tree with our texts in their places. Then the translations of those that are the same come back. */
  update(render: () => void): void {
    this.#note(this.#observer.takeRecords());
    const before = [...this.#replaced].map(([foreign, text]) => {
      // A wrapper around our own text would be empty when it comes back.
      const comesBack = !foreign.contains(text);
      foreign.replaceWith(text);
      return { foreign, text, data: text.data, comesBack };
    });
    this.#replaced.clear();
    render();
    for (const { foreign, text, data, comesBack } of before)
      if (comesBack && text.isConnected && text.data === data) {
        text.replaceWith(foreign);
        this.#replaced.set(foreign, text);
      }
    // What has changed by now was our own work.
    this.#observer.takeRecords();
  }

  /** Makes a text for a wrapper that was there before us. Where Lit has written into the wrapper meanwhile, in vain, that is shown. */
  #takeOver(wrapper: Element & { data?: string }): void {
    const { data, textContent } = wrapper;
    const text = document.createTextNode(data ?? textContent);
    if (data === undefined) {
      this.#added.add(wrapper);
      this.#replaced.set(wrapper, text);
    } else wrapper.replaceWith(text);
  }

  #note(records: readonly MutationRecord[]): void {
    for (const { addedNodes, removedNodes, previousSibling, nextSibling } of records) {
      addedNodes.forEach((node) => {
        // A text of ours that was moved into the wrapper stays ours.
        if (![...this.#replaced.values()].includes(node as Text)) this.#added.add(node);
      });
      const foreign = [addedNodes[0], previousSibling, nextSibling].find(
        (node) => node && this.#added.has(node),
      );
      removedNodes.forEach((node) => {
        if (foreign && isText(node) && !this.#added.has(node)) this.#replaced.set(foreign as ChildNode, node);
      });
    }
  }
}
