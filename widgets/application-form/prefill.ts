import type { FormDefinition } from '../contract/forms/schemas.ts';
import type { FieldValue } from '../fields/field-kind.ts';
import type { Form } from '../forms/form.ts';
import type { Portal } from '../portal/context.ts';
import { getProfile } from '../portal/profile.ts';

/**
 * Fills in what the portal knows of the citizen who has signed in. A field of the form takes part by its `autocomplete` token, and only
 * while it is empty. Gives first name and patronymic, for the greeting.
 */
export async function prefillFromProfile(
  form: Form,
  portal: Portal,
  { steps }: FormDefinition,
): Promise<string> {
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
