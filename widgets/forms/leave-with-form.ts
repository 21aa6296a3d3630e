import type { ReactiveController } from 'lit';

import type { Form } from './form.ts';

/** Takes a controller of a form away from the host when that shows another form. */
export function leaveWithForm<Input, Receipt>(
  form: Form<Input, Receipt>,
  controller: ReactiveController,
): void {
  const { host } = form;
  if (host.form === form) return;
  controller.hostDisconnected?.();
  host.removeController(controller);
}
