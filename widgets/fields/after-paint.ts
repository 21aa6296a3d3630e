/**
 * Resolves when the browser has painted what was rendered. What is needed later is fetched then, so that it does not slow down the
 * first paint. A timeout inside the frame callback runs just after that frame is painted.
 */
export const afterPaint = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      setTimeout(resolve);
    });
  });
