import { Hono, type Context } from 'hono';
import * as v from 'valibot';

import { readJson } from '../http/body.ts';
import { FaultSchema, type FaultsContext } from '../http/faults.ts';
import { valid } from '../http/problem.ts';
import { faultForm } from './fault-form.ts';
import { faultList } from './fault-list.ts';
import { impossiblePage, officialsPage } from './layout.ts';

const ROOM = '/sandbox/faults';

/** `/sandbox/faults`: what goes wrong on purpose. By a form, or as JSON: `GET`, `POST` one fault, `DELETE` all. */
export const faultPages = ({ faults }: FaultsContext) =>
  new Hono()
    .get(ROOM, (c) =>
      c.req.header('Accept') === 'application/json'
        ? c.json({ faults: faults.list() })
        : officialsPage(c, ROOM, { title: 'Сбои', body: faultList(faults.list(), faultForm()) }),
    )
    .post(ROOM, async (c) => {
      if (!c.req.header('Content-Type')?.startsWith('application/json')) return takeForm({ faults }, c);
      const { json } = await readJson(c);
      faults.add(valid(FaultSchema, json));
      return c.json({ faults: faults.list() }, 201);
    })
    .delete(ROOM, (c) => {
      faults.clear();
      return c.body(null, 204);
    });

async function takeForm({ faults }: FaultsContext, c: Context): Promise<Response> {
  const form = await c.req.parseBody({ all: true });
  if (form['clear'] !== undefined) faults.clear();
  else {
    const fault = v.safeParse(FaultSchema, faultOf(form));
    if (!fault.success)
      return impossiblePage(c, 'Проверьте числа и начало адреса: он начинается с «/».', ROOM);
    faults.add(fault.output);
  }
  return c.redirect(ROOM, 303);
}

/** The form has a field for everything; the kind of fault takes what it needs. What makes no sense is refused by the schema. */
function faultOf({ method, often, ...fields }: Record<string, unknown>): unknown {
  const { count, seed, ...rest } = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      /^-?\d+$/.test(String(value)) ? Number(value) : value,
    ]),
  );
  return {
    ...rest,
    methods: [method ?? []].flat(),
    often: often === 'next' ? { next: count } : often === 'oneOf' ? { oneOf: count, seed } : often,
  };
}
