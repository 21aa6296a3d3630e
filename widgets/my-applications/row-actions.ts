import { ApplicationSchema } from '../contract/applications/schemas.ts';
import type { FormDefinition } from '../contract/forms/schemas.ts';
import { newDraft, randomKey } from '../drafts/draft.ts';
import type { Portal } from '../portal/context.ts';
import { getDraft } from '../portal/drafts.ts';
import { PortalError } from '../portal/errors.ts';
import { fetchFormDefinition } from '../portal/forms.ts';
import { fetchJson } from '../portal/http.ts';
import { withdrawApplication } from '../portal/my-applications.ts';
import type { Device } from './device.ts';
import type { Row, StoredApplication } from './rows.ts';

/** What an action needs of the list's `Cabinet`. */
interface Cabinet {
  portal: Portal;
  device(): Promise<Device>;
}

/** Makes a draft the one with which the form of its service goes on: the latest. One that the portal keeps is copied to this device. */
export async function makeLatest(cabinet: Cabinet, { key, portalDraft }: Row): Promise<void> {
  const { vault } = await cabinet.device();
  if (portalDraft !== undefined) {
    const kept = await getDraft(cabinet.portal, portalDraft);
    if (!kept) return;
    const { service, formVersion, answers: values, step, version } = kept;
    const id = await freeId(cabinet, service);
    const copied = { values, changedAt: changedNow(values), step, portalDraft: { id: portalDraft, version } };
    await vault.save({ ...newDraft(id, formVersion), ...copied });
    return;
  }
  const draft = await vault.load(key);
  if (draft) await vault.save(draft, { seen: draft });
}

/**
 * Begins another application of the same service, as a draft of this device. It has the answers of the first one, but for its files, where
 * the citizen who is signed in has sent it. False where the service has no form any more.
 */
export async function beginAgain(cabinet: Cabinet, { service, kase }: Row): Promise<boolean> {
  const { portal } = cabinet;
  const { vault } = await cabinet.device();
  const definition = await fetchFormDefinition(portal, service);
  if (!definition) return false;
  const values = kase?.isInAccount ? await answersOf(cabinet, kase.number, definition) : {};
  const id = await freeId(cabinet, service);
  await vault.save({ ...newDraft(id, definition.version), values, changedAt: changedNow(values) });
  return true;
}

/** An id for another draft of a service: `detskiy-sad~1`. */
async function freeId(cabinet: Cabinet, service: string): Promise<string> {
  const { vault } = await cabinet.device();
  const taken = new Set((await vault.list(service)).map(({ id }) => id));
  let id = service;
  for (let number = 1; taken.has(id); number++) id = `${service}~${number}`;
  return id;
}

/** These answers were all changed now. */
const changedNow = (values: object): Record<string, number> =>
  Object.fromEntries(Object.keys(values).map((name) => [name, Date.now()]));

/** The answers of an application as they are typed into the form: a day as `20.11.2026`. */
async function answersOf(
  { portal }: Cabinet,
  number: string,
  { steps }: FormDefinition,
): Promise<Record<string, unknown>> {
  const url = new URL(`/v1/applications/${number}`, portal.config.portal);
  const { answers = {} } = await fetchJson(portal, { url, schema: ApplicationSchema });
  const typed = steps
    .flatMap(({ fields }) => fields)
    .map(({ name, type }): [string, unknown] => {
      const answer = answers[name];
      const isDay = type === 'date' && typeof answer === 'string';
      return [name, isDay ? answer.split('-').reverse().join('.') : answer];
    });
  return Object.fromEntries(typed.filter(([, answer]) => answer !== undefined && !Array.isArray(answer)));
}

/** Withdraws a case. False where it has ended by now. */
export async function withdraw({ portal }: Cabinet, { key }: Row): Promise<boolean> {
  try {
    await withdrawApplication(portal, key, randomKey());
    return true;
  } catch (error) {
    if (error instanceof PortalError && error.problem?.type === 'wrong-state') return false;
    throw error;
  }
}

/** Removes what the device keeps of a row. Gives the way to bring it back. */
export async function removeStored(cabinet: Cabinet, row: Row): Promise<() => Promise<void>> {
  const { vault, notes } = await cabinet.device();
  const { stored, name, key } = row;
  if (!stored) return () => Promise.resolve();
  const whole = await vault.load(stored.id);
  await Promise.all([vault.remove(stored.id), notes.remove(key)]);
  return async () => {
    if (whole) await vault.save(again(whole));
    if (name) await notes.change(key, { name });
  };
}

/** A draft that was removed counts as changed now. */
const again = (draft: StoredApplication): StoredApplication => ({
  ...draft,
  changedAt: changedNow(draft.changedAt),
});
