import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { JOURNEY_FOLDER, JOURNEY_ORIGINS } from '../journeys/journey-portal.ts';
import { ANSWERS } from '../reliability/kindergarten-form.ts';

/** Number and code of an application. */
export interface SentApplication {
  number: string;
  code: string;
}

/** Sends an application for a kindergarten, as the form does, past the page. */
export async function sendApplication(): Promise<SentApplication> {
  const read = (name: string) =>
    JSON.parse(readFileSync(`${JOURNEY_FOLDER}/widgets/${name}`, 'utf8')) as never;
  const { version } = read('forms/detskiy-sad.json') as { version: string };
  const { consent } = read('okno.json') as { consent: { version: string } };
  const response = await fetch(`${JOURNEY_ORIGINS.portal}v1/applications`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': `"${randomUUID()}"`,
      Origin: JOURNEY_ORIGINS.catalogue.slice(0, -1),
    },
    body: JSON.stringify({
      service: 'detskiy-sad',
      formVersion: version,
      answers: {
        ...ANSWERS,
        childBirthDate: '2024-02-01',
        startDate: '2027-09-01',
        applicantPhone: '+79031234567',
        applicantSnils: '11223344595',
      },
      consent: { version: consent.version },
    }),
  });
  if (!response.ok) throw new Error(`The application was not accepted: ${await response.text()}`);
  return (await response.json()) as SentApplication;
}
