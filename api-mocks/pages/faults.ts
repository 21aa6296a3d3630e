import { Hono, type Context } from 'hono';
import * as v from 'valibot';

import { readJson } from '../http/body.ts';
import { FaultSchema, type FaultsContext } from '../http/faults.ts';
import { parseRequestPart } from '../http/problem.ts';
import { faultForm } from './fault-form.ts';
import { faultList } from './fault-list.ts';
import { conflictPage, sandboxPage } from './layout.ts';

const FAULTS_PATH = '/sandbox/faults';

/**
 * `/sandbox/faults`: lists, adds and removes faults. People use a form. Programs use JSON: `GET` with
 * `Accept: application/json` lists them, `POST` adds one, `DELETE` removes all.
 */
export const faultPages = ({ faults }: FaultsContext) =>
  new Hono()
    .get(FAULTS_PATH, (c) =>
      c.req.header('Accept') === 'application/json'
        ? c.json({ faults: faults.list() })
        : sandboxPage(c, FAULTS_PATH, { title: 'Сбои', body: faultList(faults.list(), faultForm()) }),
    )
    .post(FAULTS_PATH, async (c) => {
      if (!c.req.header('Content-Type')?.startsWith('application/json'))
        return handleFaultForm({ faults }, c);
      const { json } = await readJson(c);
      faults.add(parseRequestPart(FaultSchema, json));
      return c.json({ faults: faults.list() }, 201);
    })
    .delete(FAULTS_PATH, (c) => {
      faults.clear();
      return c.body(null, 204);
    });

/** Adds the fault of the form, or removes all faults if its button `clear` was pressed. */
async function handleFaultForm({ faults }: FaultsContext, c: Context): Promise<Response> {
  const form = await c.req.parseBody({ all: true });
  if (form['clear'] !== undefined) faults.clear();
  else {
    const fault = v.safeParse(FaultSchema, faultOf(form));
    if (!fault.success)
      return conflictPage(c, 'Проверьте числа и начало адреса: он начинается с «/».', FAULTS_PATH);
    faults.add(fault.output);
  }
  return c.redirect(FAULTS_PATH, 303);
}

/**
 * Turns the fields of the form into the input of `FaultSchema`. Fields of other kinds of faults are left in: the schema drops
 * them. The fields `kind=error&path=/v1/&method=GET&often=next&count=2&ms=2000…` become
 * `{ kind: 'error', path: '/v1/', methods: ['GET'], often: { next: 2 }, ms: 2000, … }`.
 */
function faultOf({ method, often, ...fields }: Record<string, unknown>): unknown {
  const { count, seed, ...faultFields } = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      /^-?\d+$/.test(String(value)) ? Number(value) : value,
    ]),
  );
  return {
    ...faultFields,
    methods: [method ?? []].flat(),
    often: often === 'next' ? { next: count } : often === 'oneOf' ? { oneOf: count, seed } : often,
  };
}
