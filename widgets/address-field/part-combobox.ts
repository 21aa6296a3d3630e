import type { TemplateResult } from 'lit';

import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import { comboboxView } from './combobox-view.ts';
import { Combobox } from './combobox.ts';
import type { EditorHost, SuggestionList } from './editor.ts';

/** What makes the combobox of one part. */
interface PartOptions {
  /** Id of the input. */
  id: string;
  /** Finds suggestions for the text in the input. */
  suggest: (text: string, signal: AbortSignal) => Promise<SuggestionList>;
  /** Called with the suggestion that was chosen. Without an argument: the citizen has typed, or keeps the text as it is. */
  onChange: (chosen?: Suggestion) => void;
}

/** A part of an address with suggestions: locality or street. */
export class PartCombobox extends Combobox {
  readonly #options: PartOptions;

  constructor(host: EditorHost, options: PartOptions) {
    super(host, options.id, `${options.id}-`);
    this.#options = options;
  }

  /** Shows the combobox. With `isErrorElsewhere` another part shows the error of the field, and that it is required. */
  render(isErrorElsewhere: boolean): TemplateResult {
    return comboboxView(this, { describedBy: 'how-to', isErrorElsewhere });
  }

  protected findSuggestions(text: string, signal: AbortSignal): Promise<SuggestionList> {
    return this.#options.suggest(text, signal);
  }

  protected onType(): void {
    this.#options.onChange();
  }

  /** Without a suggestion the citizen has chosen to keep the text as it is. */
  protected onChoose(suggestion?: Suggestion): void {
    if (suggestion) this.replaceText(suggestion.line);
    this.#options.onChange(suggestion);
  }
}
