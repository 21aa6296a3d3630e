import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A TCP proxy before the portal that cuts connections off: at once, or in the middle of what the portal sends. */
export class CuttingProxy {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  /** So many bytes still pass; then everything is cut off. */
  #bytesLeft = Infinity;

  /** Stands before the portal at a port. */
  static async start(port: number): Promise<CuttingProxy> {
    const proxy = new CuttingProxy(port);
    await once(proxy.#server.listen(0, '127.0.0.1'), 'listening');
    return proxy;
  }

  private constructor(port: number) {
    this.#server = createServer((client) => {
      const portal = this.#track(connect(port, '127.0.0.1'));
      this.#track(client).pipe(portal);
      portal.on('data', (bytes) => {
        this.#pass(bytes, client);
      });
      portal.on('close', () => client.destroy());
      client.on('close', () => portal.destroy());
    });
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

  #track(socket: Socket): Socket {
    this.#sockets.add(socket);
    // Connections break on purpose here: that is no error.
    return socket.on('error', () => undefined).on('close', () => this.#sockets.delete(socket));
  }
}
