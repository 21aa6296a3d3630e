import { expect } from 'chai';

import { newDraft } from './draft.ts';
import { DraftVault, KEPT_FOR } from './draft-vault.ts';

describe('the drafts on a device', () => {
  it('are there until they are removed', async () => {
    const drafts = new DraftVault();
    const saved = await drafts.save({
      ...newDraft('test', 'v1'),
      values: { name: 'Анна' },
      changedAt: { name: 1 },
    });
    expect(saved?.savedAt).to.be.greaterThan(0);
    expect(await new DraftVault().load('test')).to.deep.equal(saved);
    await drafts.remove('test');
    expect(await drafts.load('test')).to.equal(undefined);
  });

  it('are removed thirty days after the last change, and not before', async () => {
    const vault = new DraftVault();
    const saved = await vault.save({
      ...newDraft('test', 'v1'),
      values: { name: 'Анна' },
      changedAt: { name: 1 },
    });
    const end = (saved?.savedAt ?? 0) + KEPT_FOR;
    await vault.removeExpired(end);
    expect(await vault.load('test')).to.not.equal(undefined);
    await vault.removeExpired(end + 1);
    expect(await vault.load('test')).to.equal(undefined);
  });

  it('are none where the browser refuses storage, at once or later', async () => {
    const open = indexedDB.open.bind(indexedDB);
    try {
      indexedDB.open = () => {
        throw new DOMException('', 'SecurityError');
      };
      const drafts = new DraftVault();
      expect(await drafts.load('test')).to.equal(undefined);
      expect(await drafts.list('test')).to.deep.equal([]);
      expect(await drafts.save(newDraft('test', 'v1'))).to.equal(undefined);
      await drafts.remove('test');
    } finally {
      indexedDB.open = open;
    }
  });
});
