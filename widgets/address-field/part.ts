import type { TemplateResult } from 'lit';

import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import { Combobox } from './combobox.ts';
import type { Desk, EditorView, Offers } from './editor.ts';
import type { Entry } from './popup.ts';

/** A part that is chosen from a list. */
export class Part extends Combobox {
  readonly #asks: (text: string, signal: AbortSignal) => Promise<Offers>;
  readonly #changed: (chosen?: Suggestion) => void;

  constructor(
    desk: Desk,
    id: string,
    ask: (text: string, signal: AbortSignal) => Promise<Offers>,
    changed: (chosen?: Suggestion) => void,
  ) {
    super(desk, id, `${id}-`);
    this.#asks = ask;
    this.#changed = changed;
  }

  render(view: EditorView): TemplateResult {
    return this.renderBox(view, 'how-to');
  }

  protected ask(text: string, signal: AbortSignal): Promise<Offers> {
    return this.#asks(text, signal);
  }

  protected onType(): void {
    this.#changed();
  }

  protected onChoose(entry: Entry): void {
    if (entry === 'forget') this.desk.forget();
    else if (entry === 'asItIs') {
      this.#changed();
      this.keep();
    } else
      this.desk.choose(entry, () => {
        this.put(entry.line);
        this.#changed(entry);
      });
  }
}
