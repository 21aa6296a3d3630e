import type { Field } from '../contract/forms/schemas.ts';
import { kindOf } from '../fields/kinds.ts';
import type * as Receipt from './receipt.ts';
import type * as Review from './review.ts';

/** Milliseconds that the next step waits, on a slow connection, for an element that its fields can do without. */
const PATIENCE = 3000;

const ELEMENTS: Record<string, () => Promise<unknown>> = {
  'okno-address-field': () => import('../address-field/register.ts'),
  'okno-file-field': () => import('./register-file-field.ts'),
};

/** What steps need besides native controls. Each is fetched when its step is; false where it did not come. */
export class StepParts {
  /** Tags of the elements that have come. */
  readonly loaded = new Set<string>();
  /** What shows the review and the receipt. */
  readonly views: Partial<typeof Review & typeof Receipt> = {};

  /** The elements of some fields. Where they can do without, it does not matter whether they come. */
  async loadElements(asked: readonly Field[]): Promise<boolean> {
    const patience = new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE, false));
    const coming = [...new Set(asked.map(kindOf))].map(async ({ element, isOptional = false }) => {
      if (element === undefined) return true;
      const came = hasCome(ELEMENTS[element]?.());
      const isLoaded = await (isOptional ? Promise.race([came, patience]) : came);
      if (isLoaded) this.loaded.add(element);
      return isLoaded || isOptional;
    });
    return (await Promise.all(coming)).every(Boolean);
  }

  loadViews(coming: Promise<typeof Review | typeof Receipt>): Promise<boolean> {
    return hasCome(coming.then((views) => Object.assign(this.views, views)));
  }
}

const hasCome = (part: Promise<unknown> | undefined): Promise<boolean> =>
  Promise.resolve(part).then(
    () => true,
    () => false,
  );
