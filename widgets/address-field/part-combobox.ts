import type { TemplateResult } from 'lit';

import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import { comboboxView, type ComboboxOptions } from './combobox-view.ts';
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
  /** Called when the input loses the focus. */
  onLeave?: () => void;
  /** Takes the only address that the parts can mean; `needsHouse`: a text was pasted, which may be a whole address. */
  settle?: (needsHouse?: boolean) => Promise<void>;
}

/** A part of an address with suggestions: locality or street. */
export class PartCombobox extends Combobox {
  /** Whether the citizen wants the text as it is. */
  isKept = false;
  readonly #options: PartOptions;

  constructor(host: EditorHost, options: PartOptions) {
    super(host, options.id, `${options.id}-`);
    this.#options = options;
  }

  /** Shows the combobox. */
  render(view: ComboboxOptions): TemplateResult {
    return comboboxView(this, view);
  }

  protected findSuggestions(text: string, signal: AbortSignal): Promise<SuggestionList> {
    return this.#options.suggest(text, signal);
  }

  protected override onLeave(): void {
    super.onLeave();
    this.#options.onLeave?.();
  }

  override async settle(needsHouse?: boolean): Promise<void> {
    await this.#options.settle?.(needsHouse);
  }

  protected onType(): void {
    this.isKept = false;
    this.#options.onChange();
  }

  /** Without a suggestion the citizen has chosen to keep the text as it is. */
  protected onChoose(suggestion?: Suggestion): void {
    this.isKept = !suggestion;
    if (suggestion) this.replaceText(suggestion.line);
    this.#options.onChange(suggestion);
  }
}
