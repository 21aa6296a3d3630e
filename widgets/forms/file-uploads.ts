// Longer than most: the uploads of a page, each with all that can happen to it.
import type { Upload } from '../contract/values/schemas.ts';
import { UploadAddresses } from '../drafts/upload-addresses.ts';
import type { PictureWarning } from '../pictures/judge-picture.ts';
import type { Portal } from '../portal/context.ts';
import { loadModule } from '../portal/errors.ts';
import { fileRefusal, forgetUpload, uploadFile, type FileRefusal } from '../portal/uploads.ts';

/**
 * Where a file stands on its way to the portal:
 * - `preparing`: a picture becomes what is sent; `prepared`: it is another `file` from now on;
 * - `waiting`: for its turn, or for another tab that uploads it;
 * - `sending`: `sent` bytes are on their way or there, `speed` bytes go in a second, 0 until that is known; at the end the portal scans it;
 * - `paused`: the citizen has stopped it; `held`: it is large and the line poor, she is asked first;
 * - `resting`: the portal cannot be reached; it begins again by itself;
 * - `refused`: the portal does not take it;
 * - `done`: the portal has it.
 */
export type UploadStage =
  | { at: 'preparing' | 'waiting' | 'paused' | 'held' | 'resting' }
  | { at: 'prepared'; file: File }
  | { at: 'sending'; sent: number; speed: number }
  | { at: 'refused'; why: FileRefusal | 'unreadable' }
  | { at: 'done'; upload: Upload };

/** One file of the page. */
interface Job {
  stage: UploadStage;
  isPrepared: boolean;
  abort: AbortController;
  /** How often it has rested since something has arrived. */
  rests: number;
  /** Those who wait for its end. */
  waiting: { resolve: (upload: Upload) => void; reject: (error: unknown) => void }[];
}

/** The stage of a file has changed. `preventDefault` says that somebody shows what has come of it. */
export class UploadEvent extends Event {
  readonly file: File;
  readonly stage: UploadStage;

  constructor(file: File, stage: UploadStage) {
    super('change', { cancelable: true });
    this.file = file;
    this.stage = stage;
  }
}

/** So many files go up at once: more would only share the same line. */
const MOST_AT_ONCE = 2;
/** Milliseconds of the first rest, and of the longest one. Each is twice as long as the one before. */
const [FIRST_REST, LONGEST_REST] = [1000, 60_000];
/** Bytes that are not sent over a poor line without asking. */
const LARGE = 20 * 1024 * 1024;
/** The portals of this page, each with its uploads. */
const all = new WeakMap<Portal, FileUploads>();

/**
 * The uploads of a page. A file goes up whichever step is shown, and goes on by itself when the line has come back.
 *
 * @fires {UploadEvent} change - The stage of a file has changed.
 */
export class FileUploads extends EventTarget {
  readonly #portal: Portal;
  readonly #jobs = new Map<File, Job>();
  readonly #addresses = new UploadAddresses();
  /** The files that were chosen, by those that were made of them, and by the ids of their uploads. */
  readonly #chosen = new Map<File | string, File>();
  /** The files that were sent, by the ids of their uploads: they can be looked at. */
  readonly #local = new Map<string, File>();
  readonly #warnings = new WeakMap<File, PictureWarning>();
  #preparing: Promise<void> = Promise.resolve();

  /** The uploads to this portal: all forms of a page share them. */
  static of(portal: Portal): FileUploads {
    const uploads = all.get(portal) ?? new FileUploads(portal);
    all.set(portal, uploads);
    return uploads;
  }

  private constructor(portal: Portal) {
    super();
    this.#portal = portal;
    addEventListener('online', () => {
      for (const [file, { stage }] of this.#jobs) if (stage.at === 'resting') this.goOn(file);
    });
  }

  /** Where a file stands; `undefined` for one that was never added. */
  stageOf(file: File): UploadStage | undefined {
    return this.#jobs.get(file)?.stage;
  }

  /** The file that was chosen, of one that was made of it, or of an upload. */
  chosenOf(file: File | Upload): File | undefined {
    return this.#chosen.get('id' in file ? file.id : file);
  }

  /** The bytes of a file on this page; `undefined` where only the portal has them. */
  localOf(file: File | Upload): File | undefined {
    return 'id' in file ? this.#local.get(file.id) : file;
  }

  /** What may be wrong with a picture. */
  warningOf(file: File | Upload): PictureWarning | undefined {
    const local = this.localOf(file);
    return local && this.#warnings.get(local);
  }

  /** Prepares a file, and uploads it as soon as fewer than two are going. Does nothing for one that was added already. */
  add(file: File): void {
    if (this.#jobs.has(file)) return;
    const job: Job = {
      stage: { at: 'preparing' },
      isPrepared: false,
      abort: new AbortController(),
      rests: 0,
      waiting: [],
    };
    this.#jobs.set(file, job);
    this.#prepareSoon(file, job);
  }

  /** Prepares a file after those before it: a picture needs much memory. */
  #prepareSoon(file: File, job: Job): void {
    this.#move(file, job, { at: 'preparing' });
    this.#preparing = this.#preparing.then(async () => {
      if (this.#jobs.get(file) === job && job.stage.at === 'preparing') await this.#prepare(file, job);
      this.#startNext();
    });
  }

  async #prepare(file: File, job: Job): Promise<void> {
    try {
      const { prepareFile } = await loadModule(import('../pictures/prepare-file.ts'));
      const made = await prepareFile(file);
      if (this.#jobs.get(file) !== job) return;
      job.isPrepared = true;
      if (made.warning) this.#warnings.set(made.file, made.warning);
      if (made.file !== file) this.#replace(file, job, made.file);
      // The citizen may have stopped it meanwhile.
      if (job.stage.at === 'paused') return;
      const mustAsk = !job.waiting.length && isPoorLine() && made.file.size > LARGE;
      this.#move(made.file, job, { at: mustAsk ? 'held' : 'waiting' });
    } catch (error) {
      this.#fail(file, job, error);
    }
  }

  #replace(file: File, job: Job, made: File): void {
    const { stage } = job;
    this.#jobs.delete(file);
    this.#jobs.set(made, job);
    this.#chosen.set(made, this.#chosen.get(file) ?? file);
    this.#move(file, job, { at: 'prepared', file: made });
    job.stage = stage;
  }

  /** Stops an upload until `goOn`. What has arrived stays there. */
  pause(file: File): void {
    const job = this.#jobs.get(file);
    if (!job || job.stage.at === 'done' || job.stage.at === 'refused') return;
    this.#stop(job);
    this.#move(file, job, { at: 'paused' });
    this.#startNext();
  }

  /** Goes on with an upload that is paused, rests, or has waited for the citizen's word. */
  goOn(file: File): void {
    const job = this.#jobs.get(file);
    if (!job || !['paused', 'resting', 'held'].includes(job.stage.at)) return;
    if (!job.isPrepared) {
      this.#prepareSoon(file, job);
      return;
    }
    this.#move(file, job, { at: 'waiting' });
    this.#startNext();
  }

  /** Deletes a file that the citizen does not want any more, here and on the portal. Nobody waits for that. */
  remove(file: File): void {
    this.drop(file);
    void forgetUpload(this.#portal, file, this.#addresses);
  }

  /** Gives up a file that is not in the answers any more. Another tab may have uploaded it: what the portal has stays there. */
  drop(file: File): void {
    const job = this.#jobs.get(file);
    if (!job) return;
    this.#jobs.delete(file);
    this.#stop(job);
    for (const { reject } of job.waiting) reject(new DOMException('', 'AbortError'));
    this.#startNext();
  }

  /** Uploads a file now, whatever has stopped it. Rejects when the portal refuses it or cannot be reached. */
  async finish(file: File): Promise<Upload> {
    this.add(file);
    const job = this.#jobs.get(file);
    if (job?.stage.at === 'done') return job.stage.upload;
    // What was refused is asked for once more: the answer has the reason.
    if (job?.stage.at === 'refused') this.#move(file, job, { at: 'paused' });
    const ended = new Promise<Upload>((resolve, reject) => job?.waiting.push({ resolve, reject }));
    this.goOn(file);
    return ended;
  }

  #stop(job: Job): void {
    job.abort.abort();
    job.abort = new AbortController();
  }

  #startNext(): void {
    const jobs = [...this.#jobs];
    const going = jobs.filter(([, { stage }]) => stage.at === 'sending').length;
    const next = jobs.filter(([, { stage }]) => stage.at === 'waiting').slice(0, MOST_AT_ONCE - going);
    for (const [file, job] of next) void this.#send(file, job);
  }

  async #send(file: File, job: Job): Promise<void> {
    const { signal } = job.abort;
    const speed = speedometer();
    this.#move(file, job, { at: 'sending', sent: 0, speed: 0 });
    try {
      const upload = await uploadFile(this.#portal, file, {
        addresses: this.#addresses,
        signal,
        onProgress: (share) => {
          const sent = share * file.size;
          if (sent > 0) job.rests = 0;
          if (!signal.aborted) this.#move(file, job, { at: 'sending', sent, speed: speed(sent) });
        },
      });
      if (signal.aborted) return;
      this.#local.set(upload.id, file);
      this.#chosen.set(upload.id, this.#chosen.get(file) ?? file);
      this.#move(file, job, { at: 'done', upload });
      for (const { resolve } of job.waiting.splice(0)) resolve(upload);
    } catch (error) {
      if (!signal.aborted) this.#fail(file, job, error);
    }
    this.#startNext();
  }

  #fail(file: File, job: Job, error: unknown): void {
    const isUnreadablePicture = error instanceof Error && error.name === 'UnreadablePictureError';
    const why = isUnreadablePicture ? 'unreadable' : fileRefusal(error);
    this.#move(file, job, why ? { at: 'refused', why } : { at: 'resting' });
    for (const { reject } of job.waiting.splice(0)) reject(error);
    if (why) return;
    const rest = Math.min(LONGEST_REST, FIRST_REST * 2 ** job.rests++);
    const timer = setTimeout(() => {
      if (job.stage.at === 'resting') this.goOn(file);
    }, rest);
    job.abort.signal.addEventListener('abort', () => {
      clearTimeout(timer);
    });
  }

  #move(file: File, job: Job, stage: UploadStage): void {
    job.stage = stage;
    this.dispatchEvent(new UploadEvent(file, stage));
  }
}

/** What a browser may know of the line: https://wicg.github.io/netinfo/, https://wicg.github.io/savedata/. */
interface Line {
  saveData?: boolean;
  effectiveType?: string;
}

/** Whether the line is poor, or the citizen wants to save data. False where the browser does not tell. */
function isPoorLine(): boolean {
  const { connection } = navigator as { connection?: Line };
  return !!connection?.saveData || /^(?:slow-2g|2g|3g)$/.test(connection?.effectiveType ?? '');
}

/** Gives a function that takes the bytes that have gone so far, and gives how many go in a second; 0 in the first second. */
function speedometer(now = () => performance.now()): (sent: number) => number {
  const start: { time: number; sent?: number } = { time: now() };
  return (sent) => {
    // What an earlier attempt has sent is no speed of this one.
    start.sent ??= sent;
    const seconds = (now() - start.time) / 1000;
    return seconds < 1 ? 0 : Math.max(0, (sent - start.sent) / seconds);
  };
}
