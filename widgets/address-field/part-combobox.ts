import type { TemplateResult } from 'lit';

import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import { comboboxView } from './combobox-view.ts';
import { Combobox } from './combobox.ts';
import type { EditorHost, SuggestionList } from './editor.ts';

interface PartOptions {
  /** Of the input. */
  id: string;
  ask: (text: string, signal: AbortSignal) => Promise<SuggestionList>;
  /** What stands there has changed: it was chosen, or typed. */
  onChange: (chosen?: Suggestion) => void;
}

/** A part of an address that is chosen from a list. */
export class PartCombobox extends Combobox {
  readonly #options: PartOptions;

  constructor(host: EditorHost, options: PartOptions) {
    super(host, options.id, `${options.id}-`);
    this.#options = options;
  }

  /** `isSecond`: the error of the field, and that it is required, are shown elsewhere. */
  render(isSecond: boolean): TemplateResult {
    return comboboxView(this, { describedBy: 'how-to', isErrorElsewhere: isSecond });
  }

  protected findSuggestions(text: string, signal: AbortSignal): Promise<SuggestionList> {
    return this.#options.ask(text, signal);
  }

  protected onType(): void {
    this.#options.onChange();
  }

  protected onChoose(suggestion?: Suggestion): void {
    if (suggestion) this.replaceText(suggestion.line);
    this.#options.onChange(suggestion);
  }
}
