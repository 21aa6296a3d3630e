import type { FormDefinition } from '../contract/forms/schemas.ts';
import type { FieldValue } from '../fields/field-kind.ts';
import type { Form } from '../forms/form.ts';
import type { Portal } from '../portal/context.ts';
import { reportFailure } from '../portal/errors.ts';
import { getProfile } from '../portal/profile.ts';
import type { SignInOutcome } from '../portal/sign-in-popup.ts';

/** The form of a widget, and what the portal knows of the citizen in front of it. */
interface PrefilledWidget {
  readonly form: Form;
  readonly portal: Portal | undefined;
  readonly definition: FormDefinition | undefined;
  citizenName: string;
}

/** Waits for a sign-in, if there is one going on, and fills in the form that is shown then; or tells why nobody has signed in. */
export async function prefill(
  widget: PrefilledWidget,
  signingIn: Promise<SignInOutcome> = Promise.resolve('signedIn'),
): Promise<void> {
  try {
    const outcome = await signingIn;
    // The page may show the form of another service by now.
    const { form, portal, definition } = widget;
    if (outcome !== 'signedIn') {
      if (outcome !== 'leaving') form.showNotice(outcome);
    } else if (portal && definition) {
      const name = await prefillFromProfile(form, portal, definition);
      if (widget.form === form) widget.citizenName = name;
    }
  } catch (error) {
    reportFailure(error);
    widget.form.showNotice('signInFailed');
  }
}

/**
 * Fills in what the portal knows of the citizen who has signed in. A field of the form takes part by its `autocomplete` token, and only
 * while it is empty. Gives first name and patronymic, for the greeting.
 */
async function prefillFromProfile(form: Form, portal: Portal, { steps }: FormDefinition): Promise<string> {
  const profile = await getProfile(portal);
  // By tokens of HTML's `autocomplete`; `snils` is a token of ours.
  const known: Partial<Record<string, FieldValue>> = {
    'family-name': profile.lastName,
    'given-name': profile.firstName,
    'additional-name': profile.middleName,
    bday: profile.birthDate?.split('-').reverse().join('.'),
    snils: profile.snils,
    tel: profile.phone,
    email: profile.email,
    'street-address': profile.address,
  };
  const filled = steps
    .flatMap((step) => step.fields)
    .map(({ name, autocomplete = '' }) => [name, known[autocomplete]] as const)
    .filter(([name, value]) => value && !form.state.values[name]);
  const owner = [profile.firstName, profile.middleName].filter(Boolean).join(' ');
  if (form.state.stage.at === 'asking') {
    form.setValues(Object.fromEntries(filled));
    form.updateDraft({ owner });
  }
  return owner;
}
