/* oxlint-disable typescript/unbound-method -- puts functions in the place of others */
/* oxlint-disable typescript/no-unsafe-assignment -- puts functions in the place of others */
/* oxlint-disable typescript/no-unsafe-argument -- puts functions in the place of others */
/* oxlint-disable typescript/no-unnecessary-condition -- puts functions in the place of others */
/* oxlint-disable typescript/no-floating-promises -- puts functions in the place of others */
import { heardTokens } from '../../tests/widgets/heard-tokens.ts';
import { expect } from 'chai';

import { openSignedIn, runSandboxCommand } from '../../tests/widgets/page.ts';
import type { Portal } from './context.ts';
import { getProfile } from './profile.ts';
import { newKey, proofFor, thumbprintOf } from './proof.ts';
import { providePortal } from './provide.ts';
import { Session } from './session.ts';
import { TokenKeeper } from './token-keeper.ts';
import { BoundTokens } from './tokens.ts';

/** All texts that can be reached from some values, by properties, symbols and getters. */
function textsIn(...values: unknown[]): string[] {
  const texts: string[] = [];
  const seen = new Set<unknown>();
  const visit = (value: unknown, receiver: unknown = value) => {
    if (typeof value === 'string') texts.push(value);
    if (value instanceof Promise) value.catch(() => undefined);
    if (value === null || !/object|function/.test(typeof value) || seen.has(value) || seen.size > 50_000)
      return;
    seen.add(value);
    for (const key of Reflect.ownKeys(value as object)) {
      try {
        visit(Reflect.get(value as object, key, receiver));
      } catch {
        // A getter of another object.
      }
    }
    const parent: unknown = Reflect.getPrototypeOf(value as object);
    if (parent !== Object.prototype && parent !== Function.prototype && parent !== null)
      visitGetters(parent as object, receiver);
  };
  const visitGetters = (prototype: object, receiver: unknown) => {
    for (const [name, { get }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      try {
        if (get) visit(get.call(receiver));
        else if (name === 'toJSON') visit((receiver as URL).toJSON());
      } catch {
        // Not for this object.
      }
    }
  };
  for (const value of values) visit(value);
  return texts;
}

/** Puts spies in the place of functions while `act` runs. Gives all that they were called with and on, and what came of it. */
async function spiedOn(targets: readonly (readonly [object, string])[], act: () => Promise<unknown>) {
  const seen: unknown[] = [];
  const undo = targets.map(([owner, name]) => {
    const original = Object.getOwnPropertyDescriptor(owner, name);
    const { value } = original ?? {};
    if (!original || typeof value !== 'function') throw new Error(`There is no ${name}`);
    const spy = function (this: unknown, ...given: unknown[]): unknown {
      const result: unknown = new.target
        ? Reflect.construct(value, given)
        : Reflect.apply(value, this, given);
      seen.push(this, result, ...given);
      return result;
    };
    spy.prototype = (value as { prototype: unknown }).prototype;
    Object.defineProperty(owner, name, { ...original, value: spy });
    return () => Object.defineProperty(owner, name, original);
  });
  try {
    await act();
  } finally {
    for (const back of undo) back();
  }
  return seen;
}

describe('a script of the page that wants a token', () => {
  let portal: Portal;
  /** Renews the tokens and uses the new one. */
  const work = async () => {
    expect(await portal.session.renewTokens()).to.equal(true);
    expect((await getProfile(portal)).firstName).to.equal('Анна');
  };
  const expectNone = async (...values: unknown[]) => {
    const texts = textsIn(...values).join('\n');
    const tokens = await heardTokens();
    expect(tokens).to.have.length.above(1);
    expect(textsIn([{ any: [tokens[0]] }])).to.include(tokens[0]);
    for (const token of tokens) expect(texts.includes(token)).to.equal(false);
  };

  before(async function () {
    // WebKitGTK without a keyring does not store keys.
    if (!/Chrome\/|Firefox\//.test(navigator.userAgent)) this.skip();
    portal = await openSignedIn();
    providePortal(document.documentElement, portal);
  });

  it('1. finds none in what the widgets have: the portal and its session', async () => {
    await work();
    await expectNone(portal, portal.session, Object.getOwnPropertyDescriptors(Session.prototype));
  });

  it('2. gets none by the context: what comes is the same portal', async () => {
    let given: unknown;
    const { portalContext } = await import('./context.ts');
    const request = Object.assign(new Event('context-request', { bubbles: true }), {
      context: portalContext,
      callback: (value: unknown) => {
        given = value;
      },
    });
    document.body.dispatchEvent(request);
    expect(given).to.equal(portal);
    await expectNone(given, (given as Portal).session);
  });

  it('3. finds none in the window', async () => {
    const names = Reflect.ownKeys(window).filter((name) => !/^(?:mocha|__wtr|chai)/.test(String(name)));
    await expectNone(
      ...names.filter((name) => name !== 'fetch').map((name) => Reflect.get(window, name) as unknown),
    );
  });

  it('4. gets none from our modules: no function of theirs reads one', async () => {
    const modules = [
      await import('./tokens.ts'),
      await import('./token-keeper.ts'),
      await import('./proof.ts'),
      await import('./token-natives.ts'),
    ];
    const members = [BoundTokens, TokenKeeper].flatMap(({ prototype }) =>
      Object.entries(Object.getOwnPropertyDescriptors(prototype)),
    );
    const results = members.map(([, { get, value }]) => {
      try {
        return (get ?? (value as () => unknown)).call(portal.session) as unknown;
      } catch (error) {
        return error;
      }
    });
    await expectNone(modules, results);
    const rejected = await Promise.allSettled(results.filter((result) => result instanceof Promise));
    await expectNone(rejected);
  });

  it('5. hears none in the place of fetch, Headers, Request or XMLHttpRequest', async () => {
    await expectNone(
      await spiedOn(
        [
          [window, 'fetch'],
          [window, 'Headers'],
          [window, 'Request'],
          [Headers.prototype, 'append'],
          [Headers.prototype, 'set'],
          [XMLHttpRequest.prototype, 'setRequestHeader'],
          [XMLHttpRequest.prototype, 'send'],
        ],
        work,
      ),
    );
  });

  it('6. hears none in the place of what reads a response', async () => {
    const bodies = (['text', 'json', 'arrayBuffer', 'clone'] as const).map(
      (name) => [Response.prototype, name] as const,
    );
    const others = [[JSON, 'parse'] as const, [JSON, 'stringify'] as const];
    await expectNone(await spiedOn([...bodies, ...others, [TextDecoder.prototype, 'decode']], work));
  });

  it('7. hears none in the place of what encodes and signs', async () => {
    await expectNone(
      await spiedOn(
        [
          [TextEncoder.prototype, 'encode'],
          [SubtleCrypto.prototype, 'digest'],
          [SubtleCrypto.prototype, 'sign'],
          [window, 'btoa'],
          [String, 'fromCharCode'],
          [String.prototype, 'replaceAll'],
          [String.prototype, 'split'],
          [Array.prototype, 'join'],
        ],
        work,
      ),
    );
  });

  it('8. hears none in the place of then', async () => {
    const { constructor } = Promise.prototype;
    const seen: unknown[] = [];
    const { then } = Promise.prototype;
    Promise.prototype.then = function <T>(this: Promise<T>, done?: unknown, failed?: unknown) {
      const spy = (value: unknown) => {
        seen.push(value);
        return (done as ((value: unknown) => unknown) | undefined)?.(value) ?? value;
      };
      return Reflect.apply(then, this, [spy, failed]) as Promise<never>;
    };
    // Makes `await` call `then`.
    Object.defineProperty(Promise.prototype, 'constructor', { configurable: true, get: () => Object });
    try {
      await work();
    } finally {
      Promise.prototype.then = then;
      Object.defineProperty(Promise.prototype, 'constructor', { value: constructor, writable: true });
    }
    expect(seen.length).to.be.above(0);
    await expectNone(seen);
  });

  it('9. hears none by setters and getters in Object.prototype', async () => {
    const names = [
      'accessToken',
      'renewalToken',
      'Authorization',
      'token',
      'typed',
      'value',
      'referrer',
      'integrity',
    ];
    const seen: unknown[] = [];
    for (const name of names)
      Object.defineProperty(Object.prototype, name, {
        // @ts-expect-error -- `value` may be on the list by now
        __proto__: null,
        configurable: true,
        get(this: unknown) {
          seen.push(this);
          return undefined;
        },
        set(this: object, value: unknown) {
          seen.push(this, value);
          Object.defineProperty(this, name, {
            // @ts-expect-error -- as above
            __proto__: null,
            configurable: true,
            enumerable: true,
            writable: true,
            value,
          });
        },
      });
    try {
      await work();
    } finally {
      for (const name of names) Reflect.deleteProperty(Object.prototype, name);
    }
    await expectNone(seen);
  });

  it('10. gets none for the code of a sign-in that it hears: it is for another key', async () => {
    const [ours, thiefs] = [await newKey(), await newKey()];
    const thumbprint = await thumbprintOf(ours);
    const code = await runSandboxCommand<string>({ command: 'sign-in', origin: location.origin, thumbprint });
    const url = `${portal.config.portal.origin}/v1/session/exchanges`;
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': `"${crypto.randomUUID()}"`,
        DPoP: await proofFor(thiefs, { method: 'POST', url }),
      },
      body: JSON.stringify({ code }),
    });
    expect(response.status).to.equal(401);
  });

  it('11. gets none sent to a machine of its own', async () => {
    const calls: string[] = [];
    const { href } = portal.config.portal;
    portal.config.portal.href = 'http://localhost:9/';
    const failed = await portal.session.send('@evil.test/v1/profile', {}).catch((error: unknown) => error);
    const response = await portal.session.send('/v1/profile', {});
    portal.config.portal.href = href;
    calls.push(response.url);
    expect(failed).to.be.instanceOf(TypeError);
    expect(new URL(calls[0] ?? '').origin).to.equal(new URL(href).origin);
  });

  it('12. can do nothing with one that it has seen all the same: before our script, or in a service worker', async () => {
    await work();
    const [token = ''] = (await heardTokens()).slice(-2);
    const url = `${portal.config.portal.origin}/v1/profile`;
    const DPoP = await proofFor(await newKey(), { method: 'GET', url, token });
    for (const headers of [
      { Authorization: `Bearer ${token}` },
      { Authorization: `DPoP ${token}` },
      { Authorization: `DPoP ${token}`, DPoP },
    ])
      expect((await fetch(url, { headers: headers as HeadersInit })).status).to.equal(401);
    await work();
  });
});
