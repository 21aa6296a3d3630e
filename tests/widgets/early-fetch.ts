/**
 * Stands in the place of `fetch` from before the widgets' scripts run, as a script of a page may. A test imports this module first:
 * the widgets take `fetch` when they start, and see no later change.
 */
export const earlyFetch: { send: typeof fetch } = { send: window.fetch.bind(window) };

window.fetch = (input, init) => earlyFetch.send(input, init);
