/** Settles when what has been rendered can be seen: from then on, what is needed later may be fetched. */
export const afterPaint = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      setTimeout(resolve);
    });
  });
