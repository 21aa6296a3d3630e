import { expect } from 'chai';
import { deleteDB, openDB } from 'idb';

import { newDraft, type Draft } from './draft.ts';
import { DraftVault } from './draft-vault.ts';
import { TabDrafts } from './tab-drafts.ts';
import { FORMAT, type AnswerRecord, type DraftRecord } from './vault-database.ts';

/** A database of these tests: others keep theirs. */
const NAME = 'okno-vault-troubles';
const DRAFT: Draft = {
  ...newDraft('test', 'v1'),
  values: { lastName: 'Примерова', firstName: 'Анна' },
  changedAt: { lastName: 1, firstName: 2 },
};

type Method = (...args: unknown[]) => unknown;

/** Replaces a property of an object while `act` runs. `replace` gives the new one for the present one. */
async function withProperty<T>(
  object: object,
  [name, replace]: [name: string, replace: (original: Method) => unknown],
  act: () => Promise<T>,
): Promise<T> {
  const own = Object.getOwnPropertyDescriptor(object, name);
  const value = replace(Reflect.get(object, name) as Method);
  Object.defineProperty(object, name, { value, configurable: true, writable: true });
  try {
    return await act();
  } finally {
    if (own) Object.defineProperty(object, name, own);
    else Reflect.deleteProperty(object, name);
  }
}

/** Does something with the stored records, as no widget does it. */
async function withRecords<T>(act: (database: Awaited<ReturnType<typeof openDB>>) => Promise<T>): Promise<T> {
  const database = await openDB(NAME);
  try {
    return await act(database);
  } finally {
    database.close();
  }
}

describe('a vault in trouble', () => {
  beforeEach(() => deleteDB(NAME));
  after(() => deleteDB(NAME));

  /** Lets the tables of these names be full. */
  const withFull = (tables: readonly string[], act: () => Promise<void>) =>
    withProperty(
      IDBObjectStore.prototype,
      [
        'put',
        (put) =>
          function (this: IDBObjectStore, ...args: unknown[]) {
            if (tables.includes(this.name)) throw new DOMException('No room', 'QuotaExceededError');
            return put.apply(this, args);
          },
      ],
      act,
    );

  it('finds and keeps nothing where the database does not answer, and lets nobody wait for it', () =>
    withProperty(indexedDB, ['open', () => new EventTarget()], async () => {
      const vault = new DraftVault(NAME);
      expect(await vault.load('test')).to.equal(undefined);
      expect(await vault.save(DRAFT)).to.equal(undefined);
    }));

  it('opens a database again that was closed under it', async () => {
    const vault = new DraftVault(NAME);
    const opened: IDBDatabase[] = [];
    await withProperty(
      IDBDatabase.prototype,
      [
        'transaction',
        (transaction) =>
          function (this: IDBDatabase, ...args: unknown[]) {
            opened.push(this);
            return transaction.apply(this, args);
          },
      ],
      async () => {
        await vault.save(DRAFT);
      },
    );
    for (const database of opened) database.close();
    const values = { ...DRAFT.values, lastName: 'Щукина' };
    expect(await vault.save({ ...DRAFT, values, changedAt: { lastName: 3, firstName: 2 } })).to.be.an(
      'object',
    );
    expect((await new DraftVault(NAME).load('test'))?.values).to.deep.equal(values);
  });

  it('keeps nothing where another script has a database of this name, and leaves that alone', async () => {
    const foreign = await openDB(NAME, 1, { upgrade: (database) => void database.createObjectStore('cart') });
    await foreign.put('cart', 'bread', 1);
    const vault = new DraftVault(NAME);
    expect(await vault.save(DRAFT)).to.equal(undefined);
    expect(await vault.load('test')).to.equal(undefined);
    expect(await foreign.get('cart', 1)).to.equal('bread');
    foreign.close();
  });

  it('says that a draft is not kept where there is no room, and keeps it when there is', async () => {
    const vault = new DraftVault(NAME);
    await withFull(['answers'], async () => {
      expect(await vault.save(DRAFT)).to.equal(undefined);
    });
    expect(await new DraftVault(NAME).load('test')).to.equal(undefined);
    expect((await vault.save(DRAFT))?.values).to.deep.equal(DRAFT.values);
  });

  it('keeps the answers where there is room for them and none for a file', async () => {
    const file = new File(['%PDF-1.4'], 'справка.pdf', { type: 'application/pdf' });
    const draft = { ...DRAFT, values: { ...DRAFT.values, files: [file] } };
    await withFull(['files'], async () => {
      expect(await new DraftVault(NAME).save(draft)).to.be.an('object');
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
    const loaded = await new DraftVault(NAME).load('test');
    expect(loaded?.values).to.deep.include(DRAFT.values);
    expect(loaded?.lost).to.deep.equal(['справка.pdf']);
  });

  it('keeps a file of another tab that reads the draft while it is being written', async () => {
    const file = new File(['%PDF-1.4'], 'справка.pdf', { type: 'application/pdf' });
    const [first, second] = [new DraftVault(NAME), new DraftVault(NAME)];
    const begun = await first.save(DRAFT);
    const draft = {
      ...DRAFT,
      ...begun,
      values: { ...DRAFT.values, files: [file] },
      changedAt: { ...DRAFT.changedAt, files: 3 },
    };
    await withFull(['files'], async () => {
      await first.save(draft, { seen: begun });
      // The bytes are not there yet.
      const seen = await second.load('test');
      if (!seen) throw new Error('There is no draft');
      await second.save({ ...seen, step: 1 }, { seen });
    });
    await new DraftVault(NAME).save(draft, { seen: begun });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const [known, now] = [await second.load('test'), await new DraftVault(NAME).load('test')];
    for (const { values, lost } of [known, now] as Draft[]) {
      expect((values['files'] as File[]).map(({ name }) => name)).to.deep.equal(['справка.pdf']);
      expect(lost).to.deep.equal([]);
    }
  });

  it('keeps a file that another tab is still writing when the citizen adds one beside it here', async () => {
    const [large, small] = [new File(['%PDF-1.4'], 'справка.pdf'), new File(['%PDF-1.4'], 'заключение.pdf')];
    let letWrite: (() => void) | undefined;
    const mayWrite = new Promise<void>((resolve) => (letWrite = resolve));
    const arrayBuffer = () => mayWrite.then(() => new Blob(['%PDF-1.4']).arrayBuffer());
    const [first, second] = [new DraftVault(NAME), new DraftVault(NAME)];
    const withFiles = (draft: Draft, files: unknown[], changed: number) => ({
      ...draft,
      values: { ...draft.values, files },
      changedAt: { ...draft.changedAt, files: changed },
    });
    await withProperty(large, ['slice', () => () => ({ arrayBuffer })], async () => {
      await first.save(withFiles(DRAFT, [large], Date.now()));
      const known = await second.load('test');
      expect(known?.lost).to.deep.equal(['справка.pdf']);
      await second.save(withFiles(known ?? DRAFT, [small], Date.now()), { seen: known });
      letWrite?.();
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
    const now = await second.load('test');
    expect((now?.values['files'] as File[]).map(({ name }) => name)).to.have.members([
      'справка.pdf',
      'заключение.pdf',
    ]);
    expect(now?.lost).to.deep.equal([]);
  });

  it('writes the files of a draft again that was deleted and brought back', async () => {
    const file = new File(['%PDF-1.4'], 'справка.pdf', { type: 'application/pdf' });
    const vault = new DraftVault(NAME);
    const draft = { ...DRAFT, values: { files: [file] }, changedAt: { files: 3 } };
    await vault.save(draft);
    await vault.remove('test');
    await vault.save(draft);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await new DraftVault(NAME).load('test'))?.lost).to.deep.equal([]);
  });

  it('loses one answer where one record is damaged, and names it', async () => {
    await new DraftVault(NAME).save(DRAFT);
    await withRecords(async (database) => {
      const [record] = (await database.getAll('answers')) as AnswerRecord[];
      if (!record) throw new Error('Nothing is stored');
      expect(record.answer).to.equal('firstName');
      new DataView(record.sealed.data).setUint8(3, new DataView(record.sealed.data).getUint8(3) ^ 1);
      await database.put('answers', record);
    });
    const loaded = await new DraftVault(NAME).load('test');
    expect(loaded?.values).to.deep.equal({ lastName: 'Примерова' });
    expect(loaded?.lost).to.deep.equal(['firstName']);
  });

  it('does not touch a draft that a newer version of the widgets has written', async () => {
    await new DraftVault(NAME).save(DRAFT);
    const records = (format: number) =>
      withRecords(async (database) => {
        const [record] = (await database.getAll('drafts')) as DraftRecord[];
        if (record && format) await database.put('drafts', { ...record, format });
        return database.getAll('drafts');
      });
    await records(FORMAT + 1);
    const before = await records(0);
    const vault = new DraftVault(NAME);
    expect(await vault.load('test')).to.equal(undefined);
    expect(await vault.list('test')).to.deep.equal([]);
    expect(await vault.save(DRAFT)).to.equal(undefined);
    expect(await records(0)).to.deep.equal(before);
  });

  it('lets a newer version of the widgets upgrade the database, and keeps nothing from then on', async () => {
    const vault = new DraftVault(NAME);
    await vault.save(DRAFT);
    let isBlocked = false;
    const upgraded = await openDB(NAME, 2, { blocked: () => (isBlocked = true) });
    expect(isBlocked).to.equal(false);
    expect(await vault.save(DRAFT)).to.equal(undefined);
    expect(await vault.load('test')).to.equal(undefined);
    expect(await upgraded.count('drafts')).to.equal(1);
    upgraded.close();
  });

  it('keeps a draft whose device has its clock two years off, forward and back', async () => {
    await new DraftVault(NAME).save(DRAFT);
    for (const years of [2, -2])
      await withProperty(Date, ['now', (now) => () => Number(now()) + years * 365 * 86_400_000], async () => {
        const vault = new DraftVault(NAME);
        expect(await vault.list('test')).to.have.lengthOf(1);
        expect((await vault.load('test'))?.values).to.deep.equal(DRAFT.values);
        expect(await vault.save(DRAFT)).to.be.an('object');
      });
    expect((await new DraftVault(NAME).load('test'))?.values).to.deep.equal(DRAFT.values);
  });

  it('is none on a page without TLS, where drafts stay until the tab is closed', () =>
    withProperty(globalThis, ['isSecureContext', () => false], async () => {
      expect(await new DraftVault(NAME).save(DRAFT)).to.equal(undefined);
      const drafts = new TabDrafts();
      expect(drafts.save(DRAFT)).to.be.an('object');
      expect(new TabDrafts().load('test')?.values).to.deep.equal(DRAFT.values);
      drafts.remove('test');
      expect(drafts.load('test')).to.equal(undefined);
    }));
});
