import { describe, expect, it, vi } from 'vitest';

import type { LogLine } from './log.ts';
import {
  EXAMPLE_ANSWERS,
  PAGE_ORIGIN,
  exampleApplication,
  newIdempotencyKey,
  readProblem,
  startTestSandbox,
} from '../testing.ts';

describe('the log', () => {
  it('tells the kind of request and what came of it, and nothing about people', async () => {
    const lines: LogLine[] = [];
    const portal = await startTestSandbox({ log: (line) => void lines.push(line) });
    const created = await portal.sendApplication();
    await portal.status(created);
    const response = await portal.call('/v1/nothing?snils=11223344595', {
      headers: portal.headersOf('anna'),
    });
    expect(lines).toMatchObject([
      { level: 'info', method: 'POST', route: '/v1/applications', status: 201 },
      { level: 'info', method: 'GET', route: '/v1/applications/{number}/status', status: 200 },
      { level: 'info', method: 'GET', route: 'none', status: 404 },
    ]);
    expect(response.headers.get('X-Request-Id')).toBe(lines[2]?.request);
    const text = JSON.stringify(lines);
    for (const secret of [
      created.number,
      created.code,
      EXAMPLE_ANSWERS.childLastName,
      'anna',
      '127.0.0.1',
      '11223344595',
    ])
      expect(text).not.toContain(secret);
  });

  it('has what nobody foresaw, where the answer says nothing of it', async () => {
    const lines: LogLine[] = [];
    const portal = await startTestSandbox({ log: (line) => void lines.push(line) });
    portal.context().db.exec('ALTER TABLE answered RENAME TO gone');
    const response = await portal.post('/v1/applications', exampleApplication(), {
      'Idempotency-Key': newIdempotencyKey(),
    });
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe(PAGE_ORIGIN);
    const problem = await readProblem(response);
    expect(problem).toMatchObject({ status: 500, type: 'fault' });
    expect(JSON.stringify(problem)).not.toContain('answered');
    expect(lines[0]).toMatchObject({
      level: 'error',
      error: 'Error',
      request: response.headers.get('X-Request-Id'),
    });
    expect(JSON.stringify(lines[0])).toContain('idempotency.ts');
    expect(JSON.stringify(lines[0])).not.toContain('no such table');
  });

  it('is on the console for faults alone, where nobody takes it', async () => {
    const console = vi.spyOn(globalThis.console, 'error').mockReturnValue();
    const portal = await startTestSandbox();
    await portal.sendApplication();
    expect(console).not.toHaveBeenCalled();
    portal.context().db.exec('ALTER TABLE answered RENAME TO gone');
    await portal.post('/v1/applications', exampleApplication(), { 'Idempotency-Key': newIdempotencyKey() });
    expect(console).toHaveBeenCalledOnce();
    console.mockRestore();
  });

  it('leaves out the message of an error, which may quote what was typed', async () => {
    const console = vi.spyOn(globalThis.console, 'error').mockReturnValue();
    const portal = await startTestSandbox();
    const { forms } = portal.context().data;
    vi.spyOn(forms, 'get').mockImplementation(() => {
      throw new TypeError(EXAMPLE_ANSWERS.childLastName);
    });
    const headers = { 'Idempotency-Key': newIdempotencyKey() };
    expect((await portal.post('/v1/applications', exampleApplication(), headers)).status).toBe(500);
    expect(console.mock.lastCall).toEqual([
      expect.stringMatching(/"error":"TypeError".*register-application/),
    ]);
    expect(console.mock.lastCall?.join()).not.toContain(EXAMPLE_ANSWERS.childLastName);
    console.mockRestore();
  });
});

describe('GET /metrics', () => {
  it('counts requests by operation and status, and cases by state', async () => {
    const portal = await startTestSandbox();
    const { number } = await portal.sendApplication();
    await portal.call(`/v1/applications/${number}/status`, { headers: { 'Okno-Case-Code': '00000000' } });
    const text = await (await portal.call('/metrics')).text();
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        '# TYPE okno_requests_total counter',
        'okno_requests_total{operation="createApplication",status="201"} 1',
        'okno_requests_total{operation="getApplicationStatus",status="404"} 1',
        'okno_request_seconds_bucket{operation="createApplication",le="+Inf"} 1',
        'okno_request_seconds_count{operation="createApplication"} 1',
        'okno_cases{state="registered"} 1',
      ]),
    );
    expect(text).not.toContain(number);
  });
});
