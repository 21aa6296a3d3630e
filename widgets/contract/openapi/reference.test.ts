import { describe, expect, it } from 'vitest';

import { ALTAI } from '../region/regions-for-tests.ts';
import { API } from './api.ts';
import { openApi } from './openapi.ts';
import { problemsOf } from './operation.ts';
import { reference } from './reference.ts';
import { REFUSALS } from './told.ts';

const { groups, shapes, headers, homes } = reference(ALTAI);
const told = groups.flatMap(({ operations }) => operations);
const allShapes = [...shapes, ...groups.flatMap((group) => group.shapes)];
const find = (id: string) => told.find((operation) => operation.id === id);

describe('what the developers’ pages tell', () => {
  it('is every operation, once', () => {
    expect(told.map(({ id }) => id).sort()).toEqual(Object.keys(API).sort());
  });

  it('is every shape of the OpenAPI document, once', () => {
    const written = Object.keys(openApi(ALTAI).components.schemas);
    expect(allShapes.map(({ name }) => name).sort()).toEqual(written.sort());
  });

  it('is every refusal: of its operation, or of all', () => {
    const always = REFUSALS.filter((refusal) => refusal.always).map(({ type }) => type);
    for (const { id, refusals } of told) {
      const all = problemsOf(API[id as keyof typeof API]);
      expect([...refusals.map(({ type }) => type), ...always].sort(), id).toEqual([...all].sort());
    }
  });

  it('says of each field what it is', () => {
    for (const { name, about, rows, variants } of allShapes) {
      expect(about, name).not.toBe('');
      for (const row of [...rows, ...variants.flatMap((variant) => variant.rows)])
        expect([row.kind, row.about], `${name}.${row.path}`).not.toContain('');
    }
  });

  it('closes each backtick that it opens', () => {
    const odd = JSON.stringify([groups, shapes, headers])
      .split('","')
      .filter((text) => text.split('`').length % 2 === 0);
    expect(odd).toEqual([]);
  });
});

describe('a shape', () => {
  it('stands with the only group that has it', () => {
    expect(homes.get('KeptDraft')).toBe('drafts');
  });

  it('stands with what is common when two groups have it, or a refusal', () => {
    expect(homes.get('CaseNumber')).toBe('common');
    expect(homes.get('Problem')).toBe('common');
  });
});

describe('an operation', () => {
  it('names its address with the version, its parameters, its body and its answer', () => {
    expect(find('createWithdrawal')).toMatchObject({
      method: 'POST',
      path: '/v1/applications/{number}/withdrawal',
      params: [{ path: 'number', required: true, kind: '`CaseNumber`' }],
      headers: [{ path: 'Idempotency-Key', required: true }],
      body: '`WithdrawalInput`',
      answers: [{ status: '201', body: '`ApplicationStatus`', headers: [] }],
    });
  });

  it('names the media type of what is not JSON, and headers of its own', () => {
    expect(find('appendUpload')?.body).toBe('`application/offset+octet-stream`');
    expect(find('createUpload')?.body).toContain('можно не присылать');
    const [created] = find('createApplication')?.answers ?? [];
    expect(created?.headers).toEqual([{ name: 'Location', about: 'Адрес заявления.' }]);
  });

  it('says who may ask', () => {
    expect(find('listApplications')?.who).toContain('только тот, кто вошёл');
    expect(find('getApplicationStatus')?.who).toContain('код дела');
    expect(find('listServices')?.who).toContain('кто угодно');
  });

  it('has its refusals by their status', () => {
    for (const { id, refusals } of told) {
      const statuses = refusals.map(({ status }) => status);
      expect(statuses, id).toEqual([...statuses].sort((a, b) => a - b));
    }
  });
});
