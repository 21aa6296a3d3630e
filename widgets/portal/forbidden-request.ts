/** Milliseconds in which the event comes behind a request that fails. */
const EVENT_DELAY = 100;

/**
 * Whether the policy (CSP) of the page forbids requests to an address. Asks the address, for only the event of the browser tells it from
 * a missing connection.
 */
export function isForbidden(url: URL): Promise<boolean> {
  return new Promise((resolve) => {
    document.addEventListener('securitypolicyviolation', ({ blockedURI, disposition }) => {
      if (disposition === 'enforce' && blockedURI.startsWith(url.origin)) resolve(true);
    });
    const answerLater = () => setTimeout(resolve, EVENT_DELAY, false);
    fetch(url).then(answerLater, answerLater);
  });
}
