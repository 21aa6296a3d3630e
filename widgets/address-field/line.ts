import { html, nothing } from 'lit';

import type { Address } from '../contract/values/schemas.ts';
import { Combobox } from './combobox.ts';
import type { Desk, Editor, EditorView, Offers } from './editor.ts';
import type { Entry } from './popup.ts';
import { addressOf, goesOn, lineOf, MORE, placeOf, streetOf, suggestionIn, type Known } from './value.ts';

/** The address in one line. */
export class Line extends Combobox implements Editor {
  #chosen: Known | undefined;
  /** The house that stands there, as the data have it. */
  #house: Known | undefined;

  constructor(desk: Desk) {
    super(desk, 'address');
  }

  /** The kind of a suggestion that nothing more is typed behind. */
  get #last(): string {
    const { bounds } = this.desk;
    return bounds === 'town' ? 'locality' : bounds || 'house';
  }

  show(value: Address | undefined): void {
    this.text = value?.line ?? '';
    this.#chosen = value && suggestionIn(value);
    this.stop();
  }

  render(view: EditorView) {
    const { label, isNamed, hint, error, optional } = view;
    const { messages } = this.desk;
    return html`${
        isNamed
          ? nothing
          : html`<label for="address"
              >${label}${optional ? html` <span class="optional">· ${optional}</span>` : nothing}</label
            >`
      }<span class="hint" id="address-hint">${hint || messages.hint}</span>
      ${error ? html`<span class="error" id="address-error">${error}</span>` : nothing}
      <span class="hidden" id="how-to">${messages.howTo}</span>
      ${this.renderBox(view, `${error && 'address-error '}address-hint how-to`, isNamed ? label : '')}`;
  }

  protected override asksMore(): boolean {
    return this.#last === 'house';
  }

  protected async ask(text: string, signal: AbortSignal): Promise<Offers> {
    if (!text) return this.desk.remembered();
    const chosen = this.#chosen;
    // Behind a chosen place only what lies in it; its street is sought by name.
    const found = await this.desk.suggest(text, { signal, ...(chosen && { within: placeOf(chosen) }) });
    const same = chosen && found?.filter(({ kladr }) => kladr === chosen.kladr);
    if (!same?.length || signal.aborted) return found;
    const house = same.find(({ kind }) => kind === 'house');
    this.#house = house && { ...house, line: lineOf(text) };
    this.#write();
    // She may have left the field before the answer came.
    if (!this.desk.matches(':focus-within')) this.desk.settle();
    return same;
  }

  #write(): void {
    const known = this.#house?.line === lineOf(this.text) ? this.#house : this.#chosen;
    this.desk.write(addressOf(this.text, known), known);
  }

  protected onType(): void {
    const { text } = this;
    const chosen = this.#chosen;
    this.#chosen = [chosen, chosen && streetOf(chosen)].find((one) => one && goesOn(text, one));
    // With the address goes what was corrected in it.
    if (!lineOf(text)) this.desk.correct();
    this.#write();
  }

  protected onChoose(entry: Entry): void {
    if (entry === 'forget') this.desk.forget();
    else if (entry === 'asItIs') {
      this.#chosen = undefined;
      this.#write();
      this.keep();
    } else
      this.desk.choose(entry, () => {
        this.#chosen = entry;
        this.put(entry.kind === this.#last ? entry.line : entry.line + MORE);
        this.#write();
      });
  }

  protected override onLeave(): void {
    // The comma that we have put there, not one that was typed.
    if (this.#chosen && this.text === this.#chosen.line + MORE) this.text = this.#chosen.line;
    super.onLeave();
  }
}
