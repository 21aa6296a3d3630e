import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A line between the browser and the portal. */
export interface Line {
  /** Bytes that go up in a second, over all connections together. */
  bytesPerSecond: number;
  /** Milliseconds after which all connections are cut off, again and again. */
  cutEvery: number;
}

/** The head of a request with a piece of an upload. A browser sends the next request when the one before was answered: a head comes first. */
const PIECE = /^PATCH (\S+) .*?\r\nUpload-Offset: (\d+)\r\n/is;

/** Milliseconds between two portions of a slow line. */
const PORTION_EVERY = 20;

/**
 * A TCP proxy before the portal that cuts connections off: at once, in the middle of what the portal sends, or again and again on a slow line.
 */
export class CuttingProxy {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  /** So many bytes still pass; then everything is cut off. */
  #bytesLeft = Infinity;

  /** How often a slow line has cut connections off. */
  cuts = 0;
  /** Bytes that have gone up. */
  sent = 0;
  /** The pieces of uploads that have begun to go up a slow line: their address, and where they begin. */
  readonly pieces: string[] = [];
  /** What waits on a slow line, by the connections from the browser. */
  readonly #waiting = new Map<Socket, { bytes: Buffer; to: Socket }>();
  readonly #timers: NodeJS.Timeout[] = [];

  /** Stands before the portal at a port; with a `line` it is slow, and breaks off. */
  static async start(port: number, line?: Line): Promise<CuttingProxy> {
    const proxy = new CuttingProxy(port, line);
    await once(proxy.#server.listen(0, '127.0.0.1'), 'listening');
    return proxy;
  }

  private constructor(port: number, line?: Line) {
    this.#server = createServer((client) => {
      const portal = this.#track(connect(port, '127.0.0.1'));
      if (line) this.#sendSlowly(this.#track(client), portal);
      else this.#track(client).pipe(portal);
      portal.on('data', (bytes) => {
        this.#pass(bytes, client);
      });
      portal.on('close', () => client.destroy());
      client.on('close', () => portal.destroy());
    });
    if (!line) return;
    const portion = (line.bytesPerSecond * PORTION_EVERY) / 1000;
    this.#timers.push(setInterval(this.#sendPortion, PORTION_EVERY, portion));
    this.#timers.push(setInterval(this.#cutLine, line.cutEvery));
  }

  /** Without a slash at the end. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Cuts all connections off when the portal has sent so many bytes more; with 0 at once. */
  cutAfter(bytes: number): void {
    this.#bytesLeft = bytes;
    if (!bytes) this.#cut();
  }

  async close(): Promise<void> {
    const closed = once(this.#server.close(), 'close');
    for (const timer of this.#timers) clearInterval(timer);
    this.#cut();
    await closed;
  }

  #pass(bytes: Buffer, client: Socket): void {
    const passed = bytes.subarray(0, this.#bytesLeft);
    this.#bytesLeft -= passed.length;
    if (this.#bytesLeft) client.write(passed);
    else
      client.write(passed, () => {
        this.#cut();
      });
  }

  #cut(): void {
    this.#bytesLeft = Infinity;
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Keeps what the browser sends until the line has room for it; it reads no more meanwhile. */
  #sendSlowly(client: Socket, to: Socket): void {
    client.on('data', (bytes) => {
      client.pause();
      const [, address, offset] = PIECE.exec(bytes.toString('latin1')) ?? [];
      if (address) this.pieces.push(`${address} ${offset ?? ''}`);
      this.#waiting.set(client, { bytes, to });
    });
    client.on('close', () => this.#waiting.delete(client));
  }

  readonly #sendPortion = (portion: number): void => {
    let left = Math.ceil(portion);
    for (const [client, { bytes, to }] of [...this.#waiting]) {
      const part = bytes.subarray(0, Math.min(bytes.length, Math.ceil(left)));
      to.write(part);
      this.sent += part.length;
      left -= part.length;
      this.#waiting.delete(client);
      // The others come first next time.
      if (part.length < bytes.length) this.#waiting.set(client, { bytes: bytes.subarray(part.length), to });
      else client.resume();
    }
  };

  readonly #cutLine = (): void => {
    if (this.#sockets.size) this.cuts++;
    this.#cut();
  };

  #track(socket: Socket): Socket {
    this.#sockets.add(socket);
    // Connections break on purpose here: that is no error.
    return socket.on('error', () => undefined).on('close', () => this.#sockets.delete(socket));
  }
}
