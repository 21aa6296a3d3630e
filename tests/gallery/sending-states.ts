import type { FormController } from '../../widgets/forms/form-controller.ts';
import { spoil, visibleTextOf, waitUntilFound } from '../widgets/page.ts';

/** A widget with a form. */
type FormWidget = HTMLElement & { form: Pick<FormController<never, never>, 'showNotice'> };

interface SendingOptions<Form> {
  /** Opens the form and fills it in up to the button. */
  fill: () => Promise<Form>;
  /** Presses the button, and waits for a text. */
  send: (form: Form, text: string) => Promise<Form>;
  /** What the button asks of the portal. */
  path: string;
  sendingText: string;
  /** Stands in every sentence about a portal that does not take it. */
  phone: string;
}

/**
 * What every form shows when the portal is slow, is busy, has a fault, does not say whether it has it, or when a part of the form does not
 * come.
 */
export function sendingStates<Form extends FormWidget>({
  fill,
  send,
  path,
  sendingText,
  phone,
}: SendingOptions<Form>) {
  const whenSpoilt = (fault: Parameters<typeof spoil>[0], text: string) => async () => {
    const form = await fill();
    await spoil(fault);
    return send(form, text);
  };
  return {
    sending: whenSpoilt({ kind: 'latency', ms: 60_000, path }, sendingText),
    offline: async () => {
      const form = await fill();
      form.form.showNotice('offline');
      return until(form, phone);
    },
    unclear: whenSpoilt({ kind: 'cut', when: 'before', path }, phone),
    tooMany: whenSpoilt({ kind: 'tooManyRequests', retryAfter: 3600, path }, phone),
    fault: whenSpoilt({ kind: 'error', path }, phone),
  };
}

/** Waits until a form says something. */
async function until<Form extends HTMLElement>(form: Form, words: string): Promise<Form> {
  await waitUntilFound(() => visibleTextOf(form).includes(words), words);
  return form;
}
