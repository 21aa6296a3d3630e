// Longer than most: one class, which does one thing to a connection for each fault.
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Fault } from './faults.ts';
import { lengthOf } from './raw.ts';

/** Stands between the client and the portal and does to the next requests what it is told. */
export class Proxy {
  readonly #target: number;
  readonly #restart: () => Promise<void>;
  readonly #server: Server;
  readonly #met: Map<Fault['how'], number>;
  readonly #sockets = new Set<Socket>();
  readonly #underWay = new Set<Promise<unknown>>();
  #faults: Fault[] = [];

  private constructor(target: number, restart: () => Promise<void>, met: Map<Fault['how'], number>) {
    this.#target = target;
    this.#restart = restart;
    this.#met = met;
    this.#server = createServer((client) => {
      this.#serve(client);
    });
  }

  /** Before the portal at the port `target`. Counts in `met` the requests that a fault has met. */
  static async start(
    target: number,
    restart: () => Promise<void>,
    met = new Map<Fault['how'], number>(),
  ): Promise<Proxy> {
    const proxy = new Proxy(target, restart, met);
    await once(proxy.#server.listen(0, '127.0.0.1'), 'listening');
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The next request that has no fault yet gets this one. */
  add(fault: Fault): void {
    this.#faults.push(fault);
  }

  /** From now on every request passes. */
  calm(): void {
    this.#faults = [];
  }

  /** Waits until what was held, doubled or restarted is over. */
  async settled(): Promise<void> {
    while (this.#underWay.size) await Promise.all(this.#underWay);
  }

  async close(): Promise<void> {
    const closed = once(this.#server.close(), 'close');
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #serve(client: Socket): void {
    let received = Buffer.alloc(0);
    // Each request on a connection that is kept listens for its end.
    this.#keep(client.setMaxListeners(0)).on('data', (bytes) => {
      received = Buffer.concat([received, bytes]);
      for (let length = lengthOf(received); length !== undefined; length = lengthOf(received)) {
        const request = received.subarray(0, length);
        received = received.subarray(length);
        this.#follow(this.#pass(client, request, this.#faults.shift()));
      }
    });
  }

  async #pass(client: Socket, request: Buffer, fault?: Fault): Promise<void> {
    if (fault) this.#met.set(fault.how, (this.#met.get(fault.how) ?? 0) + 1);
    switch (fault?.how) {
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

  /** Gives the request to the portal, and its answer to the client. */
  #forward(client: Socket, request: Buffer, answer = (bytes: Buffer) => client.write(bytes)): void {
    const portal = this.#portal();
    portal.on('data', answer).on('close', () => client.destroy());
    client.on('close', () => portal.destroy());
    portal.write(request);
  }

  /** Gives the request to the portal; resolves when it has answered, or hung up. */
  async #deliver(request: Buffer): Promise<void> {
    const portal = this.#portal();
    portal.write(request);
    await new Promise((resolve) => portal.once('data', resolve).once('close', resolve));
    portal.destroy();
  }

  #portal(): Socket {
    return this.#keep(connect(this.#target, '127.0.0.1'));
  }

  #keep(socket: Socket): Socket {
    this.#sockets.add(socket);
    // Connections that break are what this is for.
    return socket.on('error', () => undefined).on('close', () => this.#sockets.delete(socket));
  }

  #follow(work: Promise<void>): void {
    const followed = work.finally(() => this.#underWay.delete(followed));
    this.#underWay.add(followed);
  }
}
