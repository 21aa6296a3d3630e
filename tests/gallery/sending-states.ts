import { spoil } from '../widgets/page.ts';

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

/** What every form shows when the portal is slow, cannot be reached, is busy, or has a fault. */
export function sendingStates<Form>({ fill, send, path, sendingText, phone }: SendingOptions<Form>) {
  const whenSpoilt = (fault: Parameters<typeof spoil>[0], text: string) => async () => {
    const form = await fill();
    await spoil(fault);
    return send(form, text);
  };
  return {
    sending: whenSpoilt({ kind: 'latency', ms: 60_000, path }, sendingText),
    offline: whenSpoilt({ kind: 'cut', when: 'before', path }, phone),
    tooMany: whenSpoilt({ kind: 'tooManyRequests', retryAfter: 3600, path }, phone),
    fault: whenSpoilt({ kind: 'error', path }, phone),
  };
}
