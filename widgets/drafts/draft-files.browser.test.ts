import { expect } from 'chai';
import { deleteDB, openDB } from 'idb';

import { newDraft, type Draft } from './draft.ts';
import { DraftVault } from './draft-vault.ts';

/** A database of these tests: others keep theirs. */
const NAME = 'okno-vault-files';
/** Milliseconds in which files of some bytes are written. */
const WRITTEN_AFTER = 100;

const fileOf = (name: string) => new File(['%PDF-1.4'], name, { type: 'application/pdf' });
const pause = () => new Promise((resolve) => setTimeout(resolve, WRITTEN_AFTER));

/** A file that cannot be read before `letRead` is called, as a large one on a slow device. */
function slowFile(name: string): { file: File; letRead: () => void } {
  const file = fileOf(name);
  let letRead: () => void = () => undefined;
  const mayRead = new Promise<void>((resolve) => (letRead = resolve));
  const arrayBuffer = () => mayRead.then(() => new Blob(['%PDF-1.4']).arrayBuffer());
  Object.defineProperty(file, 'slice', { value: () => ({ arrayBuffer }) });
  return { file, letRead };
}

/** The draft of a tab after the citizen has chosen these files there. */
const withFiles = (draft: Draft, files: readonly File[]): Draft => ({
  ...draft,
  values: { ...draft.values, files },
  changedAt: { ...draft.changedAt, files: Date.now() + Math.random() },
});

/** Names of the files that a tab finds which opens the draft now. */
async function namesOnDevice(): Promise<string[]> {
  const draft = await new DraftVault(NAME).load('test');
  expect(draft?.lost).to.deep.equal([]);
  return (draft?.values['files'] as File[]).map(({ name }) => name).sort();
}

describe('the files of a draft in two tabs', () => {
  let first: DraftVault;
  let second: DraftVault;
  /** The draft as both tabs have opened it. */
  let opened: Draft;

  beforeEach(async () => {
    await deleteDB(NAME);
    [first, second] = [new DraftVault(NAME), new DraftVault(NAME)];
    await first.save(withFiles(newDraft('test', 'v1'), [fileOf('паспорт.pdf')]));
    await pause();
    const found = await second.load('test');
    if (!found) throw new Error('There is no draft');
    opened = found;
  });
  after(() => deleteDB(NAME));

  const kept = () => opened.values['files'] as File[];

  it('stay where one came while the other tab was writing a large one', async () => {
    const { file, letRead } = slowFile('справка.pdf');
    await second.save(withFiles(opened, [...kept(), file]), { seen: opened });
    await first.save(withFiles(opened, [...kept(), fileOf('заключение.pdf')]), { seen: opened });
    await pause();
    await second.load('test');
    letRead();
    await pause();
    expect(await namesOnDevice()).to.deep.equal(['заключение.pdf', 'паспорт.pdf', 'справка.pdf']);
  });

  it('stay where the same one was chosen in both', async () => {
    const inFirst = await first.save(withFiles(opened, [...kept(), fileOf('справка.pdf')]), { seen: opened });
    await second.save(withFiles(opened, [...kept(), fileOf('справка.pdf')]), { seen: opened });
    await pause();
    await first.load('test');
    await first.save({ ...(inFirst ?? opened), step: 1 }, { seen: inFirst });
    await pause();
    expect(await namesOnDevice()).to.deep.equal(['паспорт.pdf', 'справка.pdf']);
  });

  it('stay where one tab has removed one and the other has added one at once', async () => {
    const { file, letRead } = slowFile('справка.pdf');
    const inFirst = await first.save(withFiles(opened, [...kept(), file]), { seen: opened });
    await first.save(withFiles(inFirst ?? opened, [file]), { seen: inFirst });
    await second.save(withFiles(opened, [...kept(), fileOf('заключение.pdf')]), { seen: opened });
    await pause();
    letRead();
    await pause();
    expect(await namesOnDevice()).to.deep.equal(['заключение.pdf', 'паспорт.pdf', 'справка.pdf']);
  });

  it('leave nothing on the device where the draft is deleted while one is being written', async () => {
    const { file, letRead } = slowFile('справка.pdf');
    await second.save(withFiles(opened, [...kept(), file]), { seen: opened });
    await first.remove('test');
    letRead();
    await pause();
    const database = await openDB(NAME);
    expect(await database.count('files')).to.equal(0);
    database.close();
  });
});
