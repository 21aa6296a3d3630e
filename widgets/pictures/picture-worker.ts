import { workOnPicture, type DonePicture, type PictureOrder } from './picture-work.ts';

/** What a worker answers: the picture, or that there is none. */
export type WorkerAnswer = { done: DonePicture } | { failed: string };

/** The address of this module. A worker of another origin has to be started by a few words of the page that import it. */
export const workerAddress = import.meta.url;

const scope = globalThis as { WorkerGlobalScope?: object; postMessage: (answer: WorkerAnswer) => void };
// The module is both: what the worker runs, and what tells the page where it is.
if (scope.WorkerGlobalScope)
  addEventListener('message', ({ data }: MessageEvent<PictureOrder>) => {
    workOnPicture(data).then(
      (done) => {
        scope.postMessage({ done });
      },
      (error: unknown) => {
        scope.postMessage({ failed: String(error) });
      },
    );
  });
