import type { Field } from '../contract/forms/schemas.ts';
import { fieldKindOf } from '../fields/field-kinds.ts';
import type * as Receipt from './receipt.ts';
import type * as Review from './review.ts';

/** Milliseconds that the next step waits, on a slow connection, for an element that its fields can do without. */
const OPTIONAL_ELEMENT_TIMEOUT = 3000;

const ELEMENTS: Record<string, () => Promise<void>> = {
  'okno-address-field': async () => {
    await import('../address-field/register.ts');
  },
  'okno-file-field': async () => {
    await import('./register-file-field.ts');
  },
};

/** What steps need besides native controls. Each is fetched when its step is; false where it did not come. */
export class StepLoader {
  /** Tags of the elements that have come. */
  readonly loadedTags = new Set<string>();
  /** What shows the review and the receipt. */
  readonly views: Partial<typeof Review & typeof Receipt> = {};

  /** The elements of some fields. Where they can do without, it does not matter whether they come. */
  async loadElements(asked: readonly Field[]): Promise<boolean> {
    const patience = new Promise<boolean>((resolve) => setTimeout(resolve, OPTIONAL_ELEMENT_TIMEOUT, false));
    const coming = [...new Set(asked.map(fieldKindOf))].map(
      async ({ elementTag, isElementOptional = false }) => {
        if (elementTag === undefined) return true;
        const came = hasLoaded(ELEMENTS[elementTag]?.());
        const isLoaded = await (isElementOptional ? Promise.race([came, patience]) : came);
        if (isLoaded) this.loadedTags.add(elementTag);
        return isLoaded || isElementOptional;
      },
    );
    return (await Promise.all(coming)).every(Boolean);
  }

  loadViews(coming: Promise<typeof Review | typeof Receipt>): Promise<boolean> {
    return hasLoaded(coming.then((views) => Object.assign(this.views, views)));
  }
}

const hasLoaded = (part: Promise<unknown> | undefined): Promise<boolean> =>
  Promise.resolve(part).then(
    () => true,
    () => false,
  );
