import type { Stage } from '../../widgets/forms/stage.ts';

/** Brings a widget into one of its states on an otherwise empty page, as a citizen and fate would. Gives the widget. */
export type Reach = () => Promise<HTMLElement>;

/** A state that the types allow and nobody can see; why, in a sentence. */
export interface Impossible {
  impossible: string;
}

/**
 * The states of a widget by their names, in the order of the gallery. `satisfies States<…>` with a union of the widget's own types
 * makes the type check fail when a state is missing.
 */
export type States<Name extends string = string> = Record<Name, Reach | Impossible>;

/** States of a form: its stages; while it asks, each notice, the list of mistakes, and a device that keeps no draft. */
export type FormState<Notice extends string> = Stage<unknown>['at'] | Notice | 'mistakes' | 'unsaved';

/** The states that can be seen, with how each is reached. */
export const reachable = (states: States): [name: string, reach: Reach][] =>
  Object.entries(states).flatMap(([name, state]) => (typeof state === 'function' ? [[name, state]] : []));
