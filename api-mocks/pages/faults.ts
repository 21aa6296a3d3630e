import { Hono } from 'hono';
import * as v from 'valibot';

import { readJson } from '../http/body.ts';
import { FaultSchema } from '../http/faults.ts';
import { valid } from '../http/problem.ts';
import type { Sandbox } from '../sandbox.ts';
import { faultList } from './fault-list.ts';
import { deskPage, impossible } from './layout.ts';

/** `/sandbox/faults`: what goes wrong on purpose. By a form, or as JSON: `GET`, `POST` one fault, `DELETE` all. */
export const faultPages = ({ faults }: Sandbox) =>
  new Hono()
    .get('/sandbox/faults', (c) =>
      c.req.header('Accept') === 'application/json'
        ? c.json({ faults: faults.list() })
        : deskPage(c, '/sandbox/faults', 'Сбои', faultList(faults.list())),
    )
    .post('/sandbox/faults', async (c) => {
      if (c.req.header('Content-Type')?.startsWith('application/json')) {
        const { json } = await readJson(c);
        faults.add(valid(FaultSchema, json));
        return c.json({ faults: faults.list() }, 201);
      }
      const form = await c.req.parseBody({ all: true });
      if (form['clear'] !== undefined) faults.clear();
      else {
        const fault = v.safeParse(FaultSchema, faultOf(form));
        if (!fault.success)
          return impossible(c, 'Проверьте числа и начало адреса: он начинается с «/».', '/sandbox/faults');
        faults.add(fault.output);
      }
      return c.redirect('/sandbox/faults', 303);
    })
    .delete('/sandbox/faults', (c) => {
      faults.clear();
      return c.body(null, 204);
    });

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
