import { describe, expect, it } from 'vitest';

import { writeOpenApi } from '../../widgets/contract/openapi/openapi.ts';
import { ALTAI } from '../../widgets/contract/region/regions-for-tests.ts';
import { startTestSandbox } from '../testing.ts';

describe('GET /v1/openapi.json', () => {
  it('gives the contract to any page', async () => {
    const portal = await startTestSandbox();
    const response = await portal.call('/v1/openapi.json', { headers: { Origin: 'https://editor.example' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(await response.json()).toEqual(JSON.parse(JSON.stringify(writeOpenApi(ALTAI))));
  });

  it('gives it once to who has it', async () => {
    const portal = await startTestSandbox();
    const etag = (await portal.call('/v1/openapi.json')).headers.get('ETag') ?? '';
    const again = await portal.call('/v1/openapi.json', { headers: { 'If-None-Match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });
});

describe('API-Version', () => {
  it('stands in every answer, in refusals too', async () => {
    const portal = await startTestSandbox();
    for (const path of ['/v1/openapi.json', '/v1/services', '/v1/profile', '/v1/nothing'])
      expect((await portal.call(path)).headers.get('API-Version'), path).toBe(
        writeOpenApi(ALTAI).info.version,
      );
  });
});
