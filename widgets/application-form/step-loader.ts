import type { Field } from '../contract/forms/schemas.ts';
import type { TextFormats } from '../contract/values/formats/load.ts';
import { fieldKindOf } from '../fields/field-kinds.ts';
import type * as Receipt from './receipt.ts';
import type * as Review from './review.ts';

/** Milliseconds that a step waits for an element that its fields can do without. */
const OPTIONAL_ELEMENT_TIMEOUT = 3000;

/** Imports the module that defines an element, by its tag. */
const ELEMENTS: Record<string, () => Promise<void>> = {
  'okno-address-field': async () => {
    await import('../address-field/register.ts');
  },
  'okno-file-field': async () => {
    await import('../forms/register-file-field.ts');
  },
};

/** Fetches what steps need besides native controls, at the latest when the step is shown. */
export class StepLoader {
  /** Tags of the elements that are fetched. */
  readonly loadedTags = new Set<string>();
  /** Functions that show the review and the receipt, as soon as they are fetched. */
  readonly views: Partial<typeof Review & typeof Receipt> = {};
  /** The formats of texts that the form asks for, as soon as they are fetched. */
  formats: TextFormats = {};

  /** Fetches the elements of some fields. False where a field cannot do without its element and it could not be fetched. */
  async loadElements(fields: readonly Field[]): Promise<boolean> {
    const timeout = new Promise<boolean>((resolve) => setTimeout(resolve, OPTIONAL_ELEMENT_TIMEOUT, false));
    const loads = [...new Set(fields.map(fieldKindOf))].map(
      async ({ elementTag, isElementOptional = false }) => {
        if (elementTag === undefined) return true;
        const load = hasLoaded(ELEMENTS[elementTag]?.());
        const isLoaded = await (isElementOptional ? Promise.race([load, timeout]) : load);
        if (isLoaded) this.loadedTags.add(elementTag);
        return isLoaded || isElementOptional;
      },
    );
    return (await Promise.all(loads)).every(Boolean);
  }

  /** Waits for the import of `review.ts` or `receipt.ts`, and of their texts. False where one fails. */
  loadViews(module: Promise<typeof Review | typeof Receipt>, texts: Promise<unknown>): Promise<boolean> {
    return hasLoaded(Promise.all([module, texts]).then(([views]) => Object.assign(this.views, views)));
  }
}

/** Whether a module could be fetched. */
const hasLoaded = (module: Promise<unknown> | undefined): Promise<boolean> =>
  Promise.resolve(module).then(
    () => true,
    () => false,
  );
