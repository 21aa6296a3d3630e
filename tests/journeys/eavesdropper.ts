/* oxlint-disable typescript/unbound-method -- looks at whatever is there */
/* oxlint-disable typescript/no-unsafe-assignment -- looks at whatever is there */
/* oxlint-disable typescript/no-unsafe-member-access -- looks at whatever is there */
/* oxlint-disable typescript/no-unnecessary-condition -- looks at whatever is there */
/* oxlint-disable typescript/no-for-in-array -- looks at whatever is there */
/** What a script of a municipality's page hears and finds without touching the widgets. The functions below run in the page. */

/** What the script has heard, as text, and the globals of the page before any script ran. */
interface Heard {
  events: string[];
  globals: Map<string, unknown>;
}
type Eavesdropped = Window & typeof globalThis & { eavesdropped: Heard; addEarsToWindow: () => void };

/**
 * Listens to every kind of event at `document`, on its way down and up, as recorders and counters do; notes the globals and what is in
 * their prototypes. `addEarsToWindow` listens at `window`, too: called when the widgets are there.
 */
export function eavesdrop(): void {
  const page = window as Eavesdropped;
  const heard: Heard = { events: [], globals: new Map() };
  // Clicks and keys that write nothing lead to the control, too: an open shadow root hides nothing from a script that looks inside.
  const typed = /^(?:before)?input|^keypress|^paste|^copy|^cut|^composition|^text|^change|^drop|^okno/;
  const texts = (event: Event) => {
    const found: unknown[] = [];
    for (
      let level: object = event;
      level !== Object.prototype;
      level = Object.getPrototypeOf(level) as object
    )
      for (const name of Object.getOwnPropertyNames(level)) found.push(Reflect.get(event, name));
    for (const node of [event.target, ...(typed.test(event.type) ? event.composedPath() : [])])
      found.push((node as HTMLInputElement | null)?.value);
    if (event instanceof ClipboardEvent) found.push(event.clipboardData?.getData('text'));
    return found.map((value) => {
      if (typeof value === 'string') return value;
      if (value instanceof Node || value instanceof Window) return '';
      return (
        JSON.stringify(value, (_, inner: unknown) =>
          inner instanceof Node || inner === window ? '' : inner,
        ) ?? ''
      );
    });
  };
  const types = new Set([
    'okno-application-submit',
    'okno-application-submitted',
    'okno-case-action',
    'textInput',
  ]);
  for (const names of ['okno-address-choose', 'okno-address-chosen', 'context-request', 'compositionupdate'])
    types.add(names);
  for (const owner of [window, document, HTMLElement.prototype])
    for (const name in owner) if (name.startsWith('on')) types.add(name.slice(2));
  types.delete('unload');
  const listen = (target: EventTarget) => {
    for (const type of types)
      for (const capture of [true, false])
        target.addEventListener(
          type,
          (event) => {
            if (event.isTrusted || event.type.startsWith('okno'))
              heard.events.push(`${type}: ${texts(event).join(' ')}`);
          },
          { capture, passive: true },
        );
  };
  listen(document);
  page.addEarsToWindow = () => {
    listen(window);
  };
  page.eavesdropped = heard;
  for (const [name, value] of globalsOf()) heard.globals.set(name, value);

  function globalsOf(): [string, unknown][] {
    const all: [string, unknown][] = [];
    const note = (path: string, owner: object) => {
      for (const key of Reflect.ownKeys(owner)) {
        const { value, get } = Object.getOwnPropertyDescriptor(owner, key) ?? {};
        all.push([`${path}.${String(key)}`, value ?? get]);
      }
    };
    note('window', window);
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(window)))
      if (typeof value === 'function' && value.prototype)
        note(`${name}.prototype`, value.prototype as object);
    return all;
  }
  (page as unknown as { globalsOf: typeof globalsOf }).globalsOf = globalsOf;
}

/** Names of globals and properties of prototypes that are other ones than before any script ran. */
export function changedGlobals(): string[] {
  const page = window as Eavesdropped & { globalsOf: () => [string, unknown][] };
  const { globals } = page.eavesdropped;
  return page
    .globalsOf()
    .filter(([name, value]) => !globals.has(name) || !Object.is(globals.get(name), value))
    .map(([name]) => name);
}

/** All attributes of the page and of the open shadow roots in it, its text in light DOM, address, storage, cookies and history. */
export function surroundings(): string {
  const attributes = (root: ParentNode): string =>
    [...root.querySelectorAll('*')]
      .map((element) =>
        [
          ...[...element.attributes].map(({ name, value }) => `${name}=${value}`),
          element.shadowRoot ? attributes(element.shadowRoot) : '',
        ].join(' '),
      )
      .join('\n');
  const { href } = location;
  const names = performance.getEntries().map(({ name }) => name);
  const kept = [localStorage, sessionStorage].map((storage) => Object.entries(storage));
  return JSON.stringify([
    attributes(document),
    document.body.innerText,
    href,
    names,
    kept,
    document.cookie,
    history.state,
  ]);
}

/** What the script has heard so far. */
export const heardEvents = (): string[] => (window as Eavesdropped).eavesdropped.events;
/** Begins to listen at `window`. */
export const addEars = (): void => {
  (window as Eavesdropped).addEarsToWindow();
};
