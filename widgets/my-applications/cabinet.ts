// Longer than other modules: one list of two sources, and all that makes it read again.
import { portalTime } from '../portal/clock.ts';
import type { Portal } from '../portal/context.ts';
import { loadModule, reportFailure, type Failure } from '../portal/errors.ts';
import type { Device } from './device.ts';
import type * as Parts from './ask-portal.ts';
import type { KnownStatus, Row, Sources } from './rows.ts';

/** Milliseconds after which a list is read again when the citizen comes back to the page. */
const FRESH_FOR = 60_000;
/** Milliseconds from one look to the next where one event follows the other: the portal limits requests. */
const PAUSE_OF_BURST = 1000;

/** The applications and drafts of a citizen: reads them from this device and from the portal, and follows what changes. */
export class Cabinet {
  readonly portal: Portal;
  /** Why the portal has not told what is new; absent where it has. */
  failure: Failure | undefined;
  /** Whether the portal is being asked. */
  isReading = true;
  /** When the portal has told all, in milliseconds since 1970. */
  readAt: number | undefined;
  /** Whether the portal had to say anything then. */
  isFromPortal = false;
  /** Whether somebody was signed in on this page, and is not any more. */
  isSignedOut = false;
  /** What reads the list and shows its rows; fetched after the first paint. */
  parts: typeof Parts | undefined;
  readonly #onChange: () => void;
  /** Ends the following. */
  readonly #signal: AbortSignal;
  #device: Promise<Device> | undefined;
  #sources: Sources = { stored: [], notes: new Map(), titles: new Map() };
  #request = new AbortController();
  /** Whether events have told something that the list does not show yet. */
  #hasNews = false;
  /** Whether `#readForNews` is at work. */
  #isCatchingUp = false;

  /** `onChange` is called whenever there is something new to show, until `signal` aborts. */
  constructor(portal: Portal, signal: AbortSignal, onChange: () => void) {
    this.portal = portal;
    this.#signal = signal;
    this.#onChange = onChange;
    // A browser keeps six connections to a portal: what nobody waits for any more takes none.
    signal.addEventListener('abort', () => {
      this.#request.abort();
    });
  }

  /** Whether others use this computer: the list has nothing of it. */
  get isShared(): boolean {
    return !!this.#sources.isShared;
  }

  /** The list, what waits for the citizen first. */
  get rows(): Row[] {
    return this.parts?.rowsOf(this.#sources) ?? [];
  }

  /** Reads all, and follows this device, the session and the portal's events from now on. */
  async start(): Promise<void> {
    const options = { signal: this.#signal };
    const readAgain = () => void this.read();
    this.portal.session.addEventListener('change', this.#onSession, options);
    addEventListener('online', readAgain, options);
    const onVisible = () => {
      if (!document.hidden && Date.now() - (this.readAt ?? 0) > FRESH_FOR) readAgain();
    };
    document.addEventListener('visibilitychange', onVisible, options);
    await this.read();
    const { watchEvents } = await this.#loadParts();
    watchEvents(this.portal, {
      ...options,
      onEvent: (change) => {
        if (change.kind !== 'reset' || !this.isReading) void this.#readForNews();
      },
    });
  }

  /** What this device keeps; fetched when it is first asked for. */
  device(): Promise<Device> {
    return (this.#device ??= this.#loadParts().then(({ Device: DeviceClass }) => {
      const device = new DeviceClass();
      device.vault.watchAll(() => void this.readDevice(), this.#signal);
      return device;
    }));
  }

  /** Reads what this device keeps. */
  async readDevice(): Promise<void> {
    const device = await this.device();
    this.#set({ ...(await device.read()), isShared: device.isShared });
  }

  /** Reads all: this device first, then the portal. A call while another one is being answered takes its place. */
  async read(): Promise<void> {
    this.#request.abort();
    const { signal } = (this.#request = new AbortController());
    this.isReading = true;
    try {
      await this.readDevice();
      const isFromPortal = await this.#readPortal(signal);
      if (signal.aborted) return;
      this.failure = undefined;
      this.isFromPortal = isFromPortal;
      this.readAt = portalTime();
    } catch (error) {
      if (signal.aborted) return;
      this.failure = reportFailure(error);
    }
    this.isReading = false;
    this.#onChange();
  }

  /** Reads again for an event. Those that come meanwhile are read together, after a pause. */
  async #readForNews(): Promise<void> {
    this.#hasNews = true;
    if (this.#isCatchingUp) return;
    this.#isCatchingUp = true;
    while (this.#hasNews && !this.#signal.aborted) {
      this.#hasNews = false;
      await this.read();
      await new Promise((resolve) => setTimeout(resolve, PAUSE_OF_BURST));
    }
    this.#isCatchingUp = false;
  }

  readonly #onSession = (): void => {
    this.isSignedOut = !this.portal.session.isSignedIn;
    // What only the portal knew is not shown to who comes next.
    this.#set({ account: undefined });
    void this.read();
  };

  async #loadParts(): Promise<typeof Parts> {
    return (this.parts ??= await loadModule(import('./ask-portal.ts')));
  }

  /** Asks the portal for what it knows. False where there is nothing to ask. */
  async #readPortal(signal: AbortSignal): Promise<boolean> {
    const { portal } = this;
    const { askForCases, fetchTitles, listMyCases, removeSentDrafts } = await this.#loadParts();
    if (this.rows.some(({ title }) => !title)) this.#set({ titles: await fetchTitles(portal) });
    const isSignedIn = await portal.session.whenSettled();
    if (isSignedIn) {
      const account = await listMyCases(portal, signal);
      if (signal.aborted) return false;
      this.#set({ account: { ...account, at: portalTime() } });
      await removeSentDrafts(portal, this.#sources);
    }
    const cases = this.rows.flatMap(({ kase }) => (kase?.code && !kase.isInAccount ? [kase] : []));
    await askForCases(portal, cases, { signal, onKnown: this.#onKnown });
    return isSignedIn || !!cases.length;
  }

  readonly #onKnown = (number: string, known: KnownStatus, kept: unknown): void => {
    const note = { ...this.#sources.notes.get(number), known };
    this.#set({ notes: new Map(this.#sources.notes).set(number, note) });
    void this.device().then((device) => device.keepKnown(number, kept));
  };

  #set(change: Partial<Sources>): void {
    this.#sources = { ...this.#sources, ...change };
    this.#onChange();
  }
}
