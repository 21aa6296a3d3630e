import type { Portal } from '../../widgets/portal/context.ts';
import type { PortalRequest } from '../../widgets/portal/fetch-once.ts';
import { MUNICIPALITY_ORIGIN } from './portal-under-test.ts';
import type { StreamPortal } from './stream-portal.ts';

/** What the client takes for its page: a citizen is signed in, requests go through the proxy. */
export function pageOf(portal: StreamPortal, onRequest: () => void): Portal {
  const session = Object.assign(new EventTarget(), {
    isSignedIn: true,
    whenSettled: () => Promise.resolve(true),
    renewTokens: () => Promise.resolve(true),
    send(path: string, { headers, signal }: PortalRequest) {
      onRequest();
      return fetch(portal.url + path, {
        headers: { ...headers, Origin: MUNICIPALITY_ORIGIN, Authorization: `Bearer ${portal.token}` },
        signal: signal ?? null,
      });
    },
  });
  return { session } as unknown as Portal;
}

/** The client asks the document whether anybody looks. Gives a function that takes the document away. */
export function showPage(): () => void {
  Object.assign(globalThis, { document: Object.assign(new EventTarget(), { hidden: false }) });
  return () => Reflect.deleteProperty(globalThis, 'document');
}
