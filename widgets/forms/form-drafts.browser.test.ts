import { expect } from 'chai';

import { forgetDrafts } from '../../tests/widgets/page.ts';
import { newDraft } from '../drafts/draft.ts';
import type { FieldValues } from '../fields/field-kind.ts';
import { draftId, type DraftPlan } from './draft-plan.ts';
import { FormDrafts } from './form-drafts.ts';

const RATING: DraftPlan = { name: 'rating', caseNumberField: 'number', onePerCase: true };
const COMPLAINT: DraftPlan = { name: 'complaint', caseNumberField: 'application' };
const [ONE, OTHER] = ['22-2026-000001', '22-2026-000002'];

describe('the drafts of a form', () => {
  const drafts = new FormDrafts<string, string>();
  const save = (plan: DraftPlan, values: FieldValues, change: object = {}) =>
    drafts.save({ ...newDraft(draftId(plan, values), ''), values, ...change });
  const textOf = async (plan: DraftPlan, values: FieldValues) =>
    (await drafts.find(plan, values))?.values['text'];

  beforeEach(async () => {
    for (const name of ['rating', 'complaint']) await forgetDrafts(name);
  });

  it('have an id for each case, however its number was typed', () => {
    expect(draftId(RATING, {})).to.equal('rating');
    expect(draftId(RATING, { number: '22-2026' })).to.equal('rating');
    for (const number of [ONE, '№ 22 2026 000001', '222026000001'])
      expect(draftId(RATING, { number })).to.equal('rating-222026000001');
    expect(draftId({ name: 'detskiy-sad' }, { number: ONE })).to.equal('detskiy-sad');
  });

  it('are found by the case', async () => {
    await save(RATING, { number: ONE, text: 'one' });
    await save(RATING, { number: OTHER, text: 'other' });
    expect(await textOf(RATING, { number: ONE })).to.equal('one');
    expect(await textOf(RATING, { number: OTHER })).to.equal('other');
  });

  it('are found as older widgets have kept them: under the name alone', async () => {
    await drafts.save({ ...newDraft('rating', ''), values: { number: ONE, text: 'old' } });
    expect(await textOf(RATING, { number: ONE })).to.equal('old');
    expect(await textOf(RATING, { number: OTHER })).to.equal(undefined);
  });

  it('give the latest to a form that knows of no case', async () => {
    await save(COMPLAINT, { application: ONE, text: 'first' });
    await new Promise((resolve) => setTimeout(resolve, 10));
    await save(COMPLAINT, { application: OTHER, text: 'second' });
    expect(await textOf(COMPLAINT, {})).to.equal('second');
  });

  it('give what was typed about no case to any, unless it is on its way, or the portal takes one for each', async () => {
    await save(COMPLAINT, { text: 'blank' });
    expect(await textOf(COMPLAINT, { application: ONE })).to.equal('blank');
    await save(COMPLAINT, { text: 'blank' }, { sent: ['blank'] });
    expect(await textOf(COMPLAINT, { application: ONE })).to.equal(undefined);
    await save(RATING, { text: 'blank' });
    expect(await textOf(RATING, { number: ONE })).to.equal(undefined);
  });
});
