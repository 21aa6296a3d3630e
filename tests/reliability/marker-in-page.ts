/** A database of the page beside that of the drafts: it is gone where the browser has thrown all away. The functions run in the page. */

/** Makes a database that is not ours. */
export const leaveMarker = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('marker');
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => {
      reject(new Error('The database could not be made', { cause: request.error }));
    };
  });

/** Whether the browser still has it. It has not where it finds its files damaged now: it throws them away. */
export const hasMarker = async (): Promise<boolean> =>
  (await indexedDB.databases().catch(() => [])).some(({ name }) => name === 'marker');
