import type { ApplicationHistory } from '../contract/applications/schemas.ts';
import { knownText } from '../text/known-text.ts';
import type { Messages } from './messages.ts';

/**
 * What was done, in a few words. What only a newer portal knows is called as the portal calls it; a portal that says nothing gets a
 * neutral sentence.
 */
export function entryTitle(
  { action, state, title }: ApplicationHistory['items'][number],
  { states, actions }: Messages,
): string {
  const known = action === 'stateChanged' ? knownText(states, state) : knownText(actions, action);
  return known ?? title ?? actions.stateChanged;
}

/** Who has done it, by role. */
export const roleName = (role: string, { roles }: Messages): string => knownText(roles, role) ?? roles.other;
