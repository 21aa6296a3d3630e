import type { Form } from './form.ts';

/** Error text of a question; `undefined` where it has no mistake that is shown. */
export function errorOf({ state, plan }: Form, name: string): string | undefined {
  const code = state.mistakes[name];
  return code === undefined ? undefined : plan.errorText(name, code);
}

/** The step that is shown, counted from 0; 0 also before the form is loaded and after it is sent. */
export const shownStep = ({ state: { stage } }: Form): number => ('step' in stage ? stage.step : 0);

/** Telephone number of the region's help line; empty before the portal is known. */
export const helpPhone = ({ host }: Form): string => host.portal?.config.contact.phone ?? '';
