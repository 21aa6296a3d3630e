// Longer than other modules: one class, which does one thing to a connection for each fault.
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import type { NetworkFault } from './network-fault.ts';
import { requestLength } from './raw-http.ts';

/**
 * A TCP proxy between the client and the portal. It applies one fault to each of the next requests, then passes requests on.
 */
export class FaultyProxy {
  readonly #target: number;
  readonly #restart: () => Promise<void>;
  readonly #server: Server;
  readonly #faultCounts: Map<NetworkFault['kind'], number>;
  readonly #sockets = new Set<Socket>();
  readonly #underWay = new Set<Promise<unknown>>();
  #faults: NetworkFault[] = [];

  private constructor(
    target: number,
    restart: () => Promise<void>,
    counts: Map<NetworkFault['kind'], number>,
  ) {
    this.#target = target;
    this.#restart = restart;
    this.#faultCounts = counts;
    this.#server = createServer((client) => {
      this.#serve(client);
    });
  }

  /**
   * Starts a proxy before the portal at the port `target`. `restart` restarts the portal. `counts` gets the number of requests
   * by fault.
   */
  static async start(
    target: number,
    restart: () => Promise<void>,
    counts = new Map<NetworkFault['kind'], number>(),
  ): Promise<FaultyProxy> {
    const proxy = new FaultyProxy(target, restart, counts);
    await once(proxy.#server.listen(0, '127.0.0.1'), 'listening');
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Adds a fault for the next request that has none yet. */
  addFault(fault: NetworkFault): void {
    this.#faults.push(fault);
  }

  /** Removes all faults: every request is passed on. */
  clearFaults(): void {
    this.#faults = [];
  }

  /** Waits until all requests that were held or doubled, and all restarts, are over. */
  async waitUntilIdle(): Promise<void> {
    while (this.#underWay.size) await Promise.all(this.#underWay);
  }

  async close(): Promise<void> {
    const closed = once(this.#server.close(), 'close');
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #serve(client: Socket): void {
    let received = Buffer.alloc(0);
    // 0 turns off the warning: each request on a kept-alive connection listens for its end.
    this.#trackSocket(client.setMaxListeners(0)).on('data', (bytes) => {
      received = Buffer.concat([received, bytes]);
      for (let length = requestLength(received); length !== undefined; length = requestLength(received)) {
        const request = received.subarray(0, length);
        received = received.subarray(length);
        this.#trackWork(this.#applyFault(client, request, this.#faults.shift()));
      }
    });
  }

  async #applyFault(client: Socket, request: Buffer, fault?: NetworkFault): Promise<void> {
    if (fault) this.#faultCounts.set(fault.kind, (this.#faultCounts.get(fault.kind) ?? 0) + 1);
    switch (fault?.kind) {
      case undefined:
        this.#forward(client, request);
        return;
      case 'is refused':
        client.destroy();
        return;
      case 'gets lost':
        return;
      case 'is cut after': {
        const portal = this.#portal();
        portal.write(request.subarray(0, fault.bytes), () => {
          portal.destroy();
          client.destroy();
        });
        return;
      }
      case 'is done but not answered':
        await this.#deliver(request);
        client.destroy();
        return;
      case 'gets an answer cut after':
        this.#forward(client, request, (bytes) =>
          client.write(bytes.subarray(0, fault.bytes), () => client.destroy()),
        );
        return;
      case 'is answered twice':
        this.#forward(client, request, (bytes) => client.write(Buffer.concat([bytes, bytes])));
        return;
      case 'comes twice':
        this.#forward(client, request);
        await this.#deliver(request);
        return;
      case 'is held for':
        await sleep(fault.milliseconds);
        this.#forward(client, request);
        return;
      case 'is given up and comes after':
        client.destroy();
        await sleep(fault.milliseconds);
        await this.#deliver(request);
        return;
      case 'meets a restart':
        this.#forward(client, request);
        await this.#restart();
    }
  }

  /** Passes a request on to the portal, and the response to the client, by `respond`. */
  #forward(client: Socket, request: Buffer, respond = (bytes: Buffer) => client.write(bytes)): void {
    const portal = this.#portal();
    portal.on('data', respond).on('close', () => client.destroy());
    client.on('close', () => portal.destroy());
    portal.write(request);
  }

  /** Passes a request on to the portal. Resolves when the portal has responded, or closed the connection. */
  async #deliver(request: Buffer): Promise<void> {
    const portal = this.#portal();
    portal.write(request);
    await new Promise((resolve) => portal.once('data', resolve).once('close', resolve));
    portal.destroy();
  }

  #portal(): Socket {
    return this.#trackSocket(connect(this.#target, '127.0.0.1'));
  }

  #trackSocket(socket: Socket): Socket {
    this.#sockets.add(socket);
    // Connections break on purpose here: that is no error.
    return socket.on('error', () => undefined).on('close', () => this.#sockets.delete(socket));
  }

  #trackWork(work: Promise<void>): void {
    const followed = work.finally(() => this.#underWay.delete(followed));
    this.#underWay.add(followed);
  }
}
