import type { ApplicationCreated, ApplicationInput } from '../../widgets/contract/applications/schemas.ts';
import type { ComplaintCreated } from '../../widgets/contract/complaints/schemas.ts';
import type { Field } from '../../widgets/contract/forms/schemas.ts';
import { newDraft } from '../../widgets/drafts/draft.ts';
import { DraftVault } from '../../widgets/drafts/draft-vault.ts';
import { KeptCases } from '../../widgets/drafts/kept-cases.ts';
import { TabDrafts } from '../../widgets/drafts/tab-drafts.ts';
import { createApplication } from '../../widgets/portal/applications.ts';
import { createComplaint } from '../../widgets/portal/complaints.ts';
import type { Portal } from '../../widgets/portal/context.ts';
import { fetchFormDefinition } from '../../widgets/portal/forms.ts';
import { uploadFile } from '../../widgets/portal/uploads.ts';

/** A service whose form a test can fill in. */
const SERVICE = 'subsidii-zhku';

/** Sends an application with example answers; gives its number and code. Throws when the portal refuses it. */
export async function createAcceptedApplication(
  portal: Portal,
  service = SERVICE,
): Promise<ApplicationCreated> {
  const form = await fetchFormDefinition(portal, service);
  if (!form) throw new Error(`There is no form of ${service}`);
  const fields = form.steps.flatMap((step) => step.fields);
  const pdf = new File(['%PDF-1.4\n%%EOF\n'], 'справка.pdf', { type: 'application/pdf' });
  const answers: Record<string, unknown> = {};
  for (const field of fields)
    if (field.required)
      answers[field.name] = field.type === 'file' ? [await uploadFile(portal, pdf)] : exampleAnswerTo(field);
  const outcome = await createApplication(
    portal,
    {
      service,
      formVersion: form.version,
      answers: answers as ApplicationInput['answers'],
      consent: { version: portal.config.consent.version },
    },
    crypto.randomUUID(),
  );
  if (outcome.result === 'invalid') throw new Error(JSON.stringify(outcome.fields));
  return outcome.value;
}

/** Sends a complaint about a late answer; gives its number and code. Throws when the portal refuses it. */
export async function createAcceptedComplaint(portal: Portal): Promise<ComplaintCreated> {
  const outcome = await createComplaint(
    portal,
    {
      ground: 'overdue',
      agency: 'komitet-obrazovaniya-barnaula',
      text: 'Ответа нет уже месяц.',
      name: 'Анна Примерова',
      email: 'anna@example.ru',
      consent: { version: portal.config.consent.version },
    },
    crypto.randomUUID(),
  );
  if (outcome.result === 'invalid') throw new Error(JSON.stringify(outcome.fields));
  return outcome.value;
}

/** Keeps the receipt of an application or a complaint on the device, as its form does. `id` is that of the draft: `detskiy-sad~1`. */
export async function keepReceipt(
  receipt: ApplicationCreated | ComplaintCreated,
  id = SERVICE,
): Promise<void> {
  await new DraftVault().save({ ...newDraft(id, 'v1'), receipt });
}

/** What the device knows of a case whose receipt it keeps, as soon as a widget has kept it. */
export async function waitUntilKnown(number: string): Promise<{ status: object; at: number }> {
  const cases = new KeptCases<{ status: object; at: number }>();
  for (const start = performance.now(); performance.now() - start < 30_000;) {
    const { known } = (await cases.find(number)) ?? {};
    if (known) return known;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`The device knows nothing of ${number}`);
}

/** Empties the device, as a new telephone is. */
export async function emptyDevice(): Promise<void> {
  document.body.replaceChildren();
  new TabDrafts().isShared = false;
  await new DraftVault().removeAll();
}

/** The day so many days from today, `YYYY-MM-DD`. */
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** An answer to each kind of question; a field of a new kind is filled in here when a required one stands in the form. */
function exampleAnswerTo(field: Field): unknown {
  switch (field.type) {
    case 'text':
      return 'Пример';
    case 'date':
      return field.when === 'future' ? inDays(30) : inDays(-2000);
    case 'choice':
      return field.options[0]?.value;
    case 'snils':
      return '11223344595';
    case 'phone':
      return '+79031234567';
    case 'email':
      return 'anna@example.ru';
    case 'address':
      return { line: 'Барнаул, пр-кт Ленина, 12', manual: true };
    default:
      throw new Error(`The test has no answer to ${field.type}`);
  }
}
