import { portalTime } from '../portal/clock.ts';
import type { Portal } from '../portal/context.ts';
import { loadModule, reportFailure, type Failure } from '../portal/errors.ts';
import type { Device } from './device.ts';
import { rowsOf, type KnownStatus, type Row, type Sources } from './rows.ts';

/** Milliseconds after which a list is read again when the citizen comes back to the page. */
const FRESH_FOR = 60_000;

/** The applications and drafts of a citizen: reads them from this device and from the portal, and follows what changes. */
export class Cabinet {
  readonly portal: Portal;
  /** Why the portal has not told what is new; absent where it has. */
  failure: Failure | undefined;
  /** Whether the portal is being asked. */
  isReading = true;
  /** When the portal has told all, in milliseconds since 1970. */
  readAt: number | undefined;
  /** Whether somebody was signed in on this page, and is not any more. */
  isSignedOut = false;
  readonly #onChange: () => void;
  /** Ends the following. */
  readonly #signal: AbortSignal;
  #device: Promise<Device> | undefined;
  #sources: Sources = { stored: [], notes: new Map(), titles: new Map() };
  #request = new AbortController();

  /** `onChange` is called whenever there is something new to show, until `signal` aborts. */
  constructor(portal: Portal, signal: AbortSignal, onChange: () => void) {
    this.portal = portal;
    this.#signal = signal;
    this.#onChange = onChange;
  }

  /** Whether others use this computer: the list has nothing of it. */
  isShared = false;

  /** The list, what waits for the citizen first. */
  get rows(): Row[] {
    return rowsOf(this.#sources);
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
    const { watchEvents } = await loadModule(import('./ask-portal.ts'));
    watchEvents(this.portal, {
      ...options,
      onEvent: (change) => {
        if (change.kind !== 'reset' || !this.isReading) readAgain();
      },
    });
  }

  /** What this device keeps; fetched when it is first asked for. */
  device(): Promise<Device> {
    return (this.#device ??= loadModule(import('./ask-portal.ts')).then(({ Device: DeviceClass }) => {
      const device = new DeviceClass();
      device.vault.watchAll(() => void this.readDevice(), this.#signal);
      return device;
    }));
  }

  /** Reads what this device keeps. */
  async readDevice(): Promise<void> {
    const device = await this.device();
    this.isShared = device.isShared;
    this.#set(await device.read());
  }

  /** Reads all: this device first, then the portal. A call while another one is being answered takes its place. */
  async read(): Promise<void> {
    this.#request.abort();
    const { signal } = (this.#request = new AbortController());
    this.isReading = true;
    try {
      await this.readDevice();
      await this.#readPortal(signal);
      if (signal.aborted) return;
      this.failure = undefined;
      this.readAt = portalTime();
    } catch (error) {
      if (signal.aborted) return;
      this.failure = reportFailure(error);
    }
    this.isReading = false;
    this.#onChange();
  }

  readonly #onSession = (): void => {
    this.isSignedOut = !this.portal.session.isSignedIn;
    // What only the portal knew is not shown to who comes next.
    this.#set({ account: undefined });
    void this.read();
  };

  async #readPortal(signal: AbortSignal): Promise<void> {
    const { portal } = this;
    const { askForCases, fetchTitles, listMyApplications } = await loadModule(import('./ask-portal.ts'));
    if (this.rows.some(({ title }) => !title)) this.#set({ titles: await fetchTitles(portal) });
    if (await portal.session.whenSettled()) {
      const items = await listMyApplications(portal, signal);
      if (signal.aborted) return;
      this.#set({ account: { items, at: portalTime() } });
    }
    const cases = this.rows.flatMap(({ kase }) => (kase?.code && !kase.isInAccount ? [kase] : []));
    await askForCases(portal, cases, { signal, onKnown: this.#onKnown });
  }

  readonly #onKnown = (number: string, known: KnownStatus): void => {
    const note = { ...this.#sources.notes.get(number), known };
    this.#set({ notes: new Map(this.#sources.notes).set(number, note) });
    void this.device().then((device) => device.keepKnown(number, known));
  };

  #set(change: Partial<Sources>): void {
    this.#sources = { ...this.#sources, ...change };
    this.#onChange();
  }
}
