import { expect } from 'chai';
import { deleteDB } from 'idb';

import { CaseNotes, isNote, notesAmong } from './case-notes.ts';
import { newDraft } from './draft.ts';
import { DraftVault, KEPT_FOR } from './draft-vault.ts';

const NAME = 'okno-case-notes';
const NUMBER = '22-2026-000001';

describe('notes about cases', () => {
  beforeEach(() => deleteDB(NAME));
  after(() => deleteDB(NAME));

  it('keep a name and how the case stood, each by itself, in all tabs', async () => {
    const [here, there] = [new DraftVault(NAME), new DraftVault(NAME)];
    await new CaseNotes<string>(here).change(NUMBER, { name: 'детский сад, Маша' });
    await new CaseNotes<string>(there).change(NUMBER, { known: 'ready' });
    await new CaseNotes<string>(here).change(NUMBER, { known: 'refused' });
    expect(notesAmong(await there.listAll()).get(NUMBER)).to.deep.equal({
      name: 'детский сад, Маша',
      known: 'refused',
    });
  });

  it('are in no list of drafts', async () => {
    const vault = new DraftVault(NAME);
    await vault.save(newDraft('detskiy-sad', 'v1'));
    await new CaseNotes(vault).change('detskiy-sad', { name: 'Маша' });
    expect((await vault.list('detskiy-sad')).map(({ id }) => id)).to.deep.equal(['detskiy-sad']);
    expect((await vault.listAll()).filter(isNote)).to.have.lengthOf(1);
  });

  it('are removed alone, and with all that the device keeps', async () => {
    const vault = new DraftVault(NAME);
    const notes = new CaseNotes(vault);
    await notes.change(NUMBER, { name: 'Маша' });
    await notes.remove(NUMBER);
    expect(await vault.listAll()).to.deep.equal([]);
    await notes.change(NUMBER, { name: 'Маша' });
    await vault.save(newDraft('detskiy-sad', 'v1'));
    await vault.removeAll();
    expect(await new DraftVault(NAME).listAll()).to.deep.equal([]);
  });
});

describe('receipts on a device', () => {
  beforeEach(() => deleteDB(NAME));
  after(() => deleteDB(NAME));

  it('are kept until they are removed, with what is noted about them', async () => {
    const vault = new DraftVault(NAME);
    const sent = await vault.save({ ...newDraft('detskiy-sad', 'v1'), receipt: { number: NUMBER } });
    await new CaseNotes(vault).change(NUMBER, { name: 'Маша' });
    await vault.save(newDraft('subsidii-zhku', 'v1'));
    const at = sent?.savedAt ?? 0;
    const idsAfter = async (time: number) => {
      await vault.removeExpired(at + time);
      return (await vault.listAll()).map(({ id }) => id).sort();
    };
    const kept = ['detskiy-sad', `note of ${NUMBER}`];
    expect(await idsAfter(KEPT_FOR + 10_000)).to.deep.equal(kept);
    expect(await idsAfter(1000 * KEPT_FOR)).to.deep.equal(kept);
  });

  it('tell other tabs when anything has changed', async () => {
    const ending = new AbortController();
    const heard = new Promise<void>((resolve) => {
      new DraftVault(NAME).watchAll(resolve, ending.signal);
    });
    await new DraftVault(NAME).save(newDraft('detskiy-sad', 'v1'));
    await heard;
    ending.abort();
  });
});
