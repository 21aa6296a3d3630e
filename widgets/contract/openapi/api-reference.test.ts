import { describe, expect, it } from 'vitest';

import { ALTAI } from '../region/regions-for-tests.ts';
import { API } from './api.ts';
import { writeOpenApi } from './openapi.ts';
import { operationProblems } from './operation.ts';
import { writeApiReference } from './api-reference.ts';
import { REFERENCE_PROBLEMS } from './reference-operation.ts';

const { groups, shapes, headers, groupOfShape } = writeApiReference(ALTAI);
const operations = groups.flatMap(({ operations }) => operations);
const allShapes = [...shapes, ...groups.flatMap((group) => group.shapes)];
const find = (id: string) => operations.find((operation) => operation.id === id);

describe('the reference for developers', () => {
  it('has every operation, once', () => {
    expect(operations.map(({ id }) => id).sort()).toEqual(Object.keys(API).sort());
  });

  it('has every shape of the OpenAPI document, once', () => {
    const written = Object.keys(writeOpenApi(ALTAI).components.schemas);
    expect(allShapes.map(({ name }) => name).sort()).toEqual(written.sort());
  });

  it('has every problem: with its operation, or with all', () => {
    const always = REFERENCE_PROBLEMS.filter((problem) => problem.always).map(({ type }) => type);
    for (const { id, problems } of operations) {
      const all = operationProblems(API[id as keyof typeof API]);
      expect([...problems.map(({ type }) => type), ...always].sort(), id).toEqual([...all].sort());
    }
  });

  it('says of each field what it is', () => {
    for (const { name, about, rows, variants } of allShapes) {
      expect(about, name).not.toBe('');
      for (const row of [...rows, ...variants.flatMap((variant) => variant.rows)])
        expect([row.type, row.about], `${name}.${row.path}`).not.toContain('');
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
    expect(groupOfShape.get('KeptDraft')).toBe('drafts');
  });

  it('is among the common ones if two groups have it, or a problem', () => {
    expect(groupOfShape.get('CaseNumber')).toBe('common');
    expect(groupOfShape.get('Problem')).toBe('common');
  });
});

describe('an operation', () => {
  it('names its address with the version, its parameters, its body and its response', () => {
    expect(find('createWithdrawal')).toMatchObject({
      method: 'POST',
      path: '/v1/applications/{number}/withdrawal',
      params: [{ path: 'number', required: true, type: '`CaseNumber`' }],
      headers: [
        { path: 'Idempotency-Key', required: true },
        { path: 'Okno-Case-Code', required: false },
        { path: 'Okno-Case-Access', required: false },
      ],
      body: '`WithdrawalInput`',
      responses: [{ status: '201', body: '`ApplicationStatus`', headers: [] }],
    });
  });

  it('names the media type of what is not JSON, and headers of its own', () => {
    expect(find('appendUpload')?.body).toBe('`application/offset+octet-stream`');
    expect(find('createUpload')?.body).toContain('можно не присылать');
    const [created] = find('createApplication')?.responses ?? [];
    expect(created?.headers).toEqual([{ name: 'Location', about: 'Адрес заявления.' }]);
  });

  it('says who may ask', () => {
    expect(find('listApplications')?.access).toContain('только тот, кто вошёл');
    expect(find('getApplicationStatus')?.access).toContain('код дела');
    expect(find('listServices')?.access).toContain('кто угодно');
  });

  it('has its problems by their status', () => {
    for (const { id, problems } of operations) {
      const statuses = problems.map(({ status }) => status);
      expect(statuses, id).toEqual([...statuses].sort((a, b) => a - b));
    }
  });
});
