import type { ReactiveControllerHost } from 'lit';

import type { ApplicationInput } from '../contract/applications/schemas.ts';
import type { Field, FormDefinition } from '../contract/forms/schemas.ts';
import { newDraft, type Draft, type DraftValue } from '../drafts/draft.ts';
import { Drafts } from '../drafts/drafts.ts';
import { mistakeIn } from './answers.ts';

/** What was found on this device: nothing, a draft, one of an older form, or what came of an earlier application. */
export type Found = 'nothing' | 'draft' | 'older' | 'receipt';

/** What the citizen has answered so far, what is wrong with it, and its draft on this device. */
export class Filling {
  draft: Draft = newDraft('', '');
  /** Whether the device keeps the draft; unknown until something is written. */
  saved: boolean | undefined;
  /** Codes of what is wrong and has been shown, by the field's name. */
  mistakes: Readonly<Record<string, string>> = {};
  readonly #host: ReactiveControllerHost;
  readonly #drafts = new Drafts();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Goes on with the draft of a service, or begins a new one. */
  async open({ service, version, steps }: FormDefinition): Promise<Found> {
    const draft = await this.#drafts.load(service.slug);
    this.mistakes = {};
    this.draft = draft
      ? { ...draft, version, step: Math.min(draft.step, steps.length) }
      : newDraft(service.slug, version);
    this.saved = draft && true;
    if (!draft) return 'nothing';
    return draft.receipt ? 'receipt' : draft.version === version ? 'draft' : 'older';
  }

  /** Forgets the draft and begins a new one. */
  async restart(): Promise<void> {
    const { id, version } = this.draft;
    await this.#drafts.remove(id);
    this.draft = newDraft(id, version);
    this.mistakes = {};
    this.#host.requestUpdate();
  }

  /** Changes the draft, here at once and then on the device, from where it learns what other tabs have sent. */
  async keep(change: Partial<Draft>, refused?: ApplicationInput): Promise<void> {
    this.draft = { ...this.draft, ...change };
    this.#host.requestUpdate();
    const kept = await this.#drafts.save(this.draft, refused);
    this.saved = kept !== undefined;
    if (kept?.id === this.draft.id) {
      const { key, sent, savedAt, receipt } = kept;
      this.draft = { ...this.draft, key, sent, savedAt, ...(receipt && { receipt }) };
    }
    this.#host.requestUpdate();
  }

  /** An answer has been typed: its mistake goes as soon as it is mended. */
  answer(field: Field, value: DraftValue | undefined, timeZone: string): void {
    if (field.name in this.mistakes && mistakeIn(field, value, timeZone) === undefined) this.mend(field.name);
    void this.keep({ values: { ...this.draft.values, [field.name]: value } });
  }

  /** A field has been left: what was typed in it is judged. */
  leave(field: Field, timeZone: string): void {
    const value = this.draft.values[field.name];
    const code = value ? mistakeIn(field, value, timeZone) : undefined;
    if (code === undefined) return;
    this.mistakes = { ...this.mistakes, [field.name]: code };
    this.#host.requestUpdate();
  }

  mend(name: string): void {
    this.mistakes = Object.fromEntries(Object.entries(this.mistakes).filter(([other]) => other !== name));
    this.#host.requestUpdate();
  }
}
