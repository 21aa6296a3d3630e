import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { expect, test, type Browser } from '@playwright/test';
import * as v from 'valibot';

import { ApplicationCreatedSchema } from '../../widgets/contract/applications/schemas.ts';
import { FormDefinitionSchema, type Field } from '../../widgets/contract/forms/schemas.ts';
import { statusTracker, trackCase, type ShownReceipt } from './form.ts';
import { JOURNEY_FOLDER, JOURNEY_ORIGINS, journeySandbox } from './journey-portal.ts';

const HOUR = 3_600_000;
/** Devices: their time zones, and how many hours their clocks are wrong. The first one is right. */
const DEVICES = [
  ['Asia/Barnaul', 0],
  ['Pacific/Kiritimati', -24 * 400],
  ['America/Los_Angeles', 26],
] as const;

/** An answer to each kind of question that the form has. */
const ANSWERS: Partial<Record<Field['type'], unknown>> = {
  text: 'Пример',
  snils: '11223344595',
  phone: '+79031234567',
  email: 'anna@example.ru',
  address: { line: 'Барнаул, пр-кт Ленина, 12', manual: true },
};

/** Sends an application whose period is counted in calendar days. */
async function sendApplication(): Promise<ShownReceipt> {
  const file = `${JOURNEY_FOLDER}/widgets/forms/zemelnye-uchastki.json`;
  const { service, version, steps } = v.parse(FormDefinitionSchema, JSON.parse(readFileSync(file, 'utf8')));
  const fields = steps.flatMap((step) => step.fields).filter(({ required }) => required);
  const answers = fields.map((field) => [
    field.name,
    field.type === 'choice' ? field.options[0]?.value : ANSWERS[field.type],
  ]);
  const response = await fetch(`${JOURNEY_ORIGINS.portal}v1/applications`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': `"${randomUUID()}"`,
      Origin: JOURNEY_ORIGINS.municipality.slice(0, -1),
    },
    body: JSON.stringify({
      service: service.slug,
      formVersion: version,
      answers: Object.fromEntries(answers) as unknown,
      consent: { version: '2026-11-29' },
    }),
  });
  if (!response.ok) throw new Error(await response.text());
  return v.parse(ApplicationCreatedSchema, await response.json());
}

/** What the tracker says on a device of the last day, of the days left, and of when things happened. */
async function readTracker(
  browser: Browser,
  receipt: ShownReceipt,
  [timezoneId, hours]: (typeof DEVICES)[number],
): Promise<string> {
  const context = await browser.newContext({ timezoneId, locale: 'ru-RU' });
  const page = await context.newPage();
  if (hours) await page.clock.setFixedTime(Date.now() + hours * HOUR);
  await trackCase(page, JOURNEY_ORIGINS.municipality, receipt);
  const tracker = statusTracker(page);
  const said = [
    await tracker.locator('.when').innerText(),
    await tracker.locator('ol.line').innerText(),
  ].join('\n');
  await context.close();
  return said;
}

test('every device says the same days, whatever its time zone and clock', async ({ browser }) => {
  await journeySandbox.start();
  const receipt = await sendApplication();
  for (const [to, running, stands] of [
    [undefined, /\d+\s+(?:день|дня|дней) до ответа/, /срок не идёт/],
    ['asked', /срок не идёт/, /до ответа/],
  ] as const) {
    if (to) journeySandbox.moveCase(receipt.number, { to, text: 'Где печать?' });
    const [right = '', ...others] = await Promise.all(
      DEVICES.map((device) => readTracker(browser, receipt, device)),
    );
    expect(right).toMatch(running);
    expect(right).not.toMatch(stands);
    for (const other of others) expect(other).toBe(right);
  }
});
