import { expect } from 'chai';

import { expectAccessible } from '../../tests/widgets/describe-widget.ts';
import {
  attachFile,
  findButton,
  waitUntilFound,
  mountElement,
  openPortal,
  visibleTextOf,
  runSandboxCommand,
} from '../../tests/widgets/page.ts';
import type { FileField } from './file-field.ts';
import { FileUploads } from './file-uploads.ts';
import './register-file-field.ts';

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const PHOTO = new File([Uint8Array.from(atob(PNG), (c) => c.charCodeAt(0))], 'справка.png', {
  type: 'image/png',
});
/** What every scanner takes for a virus (https://www.eicar.org). */
const EICAR = '%PDF-1.7 X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';
const pdf = (content: string) => new File([content], 'справка.pdf', { type: 'application/pdf' });

const open = async () =>
  mountElement<FileField>('okno-file-field', { label: 'Документ', portal: await openPortal() });

describe('<okno-file-field>', () => {
  afterEach(() => runSandboxCommand({ command: 'fault' }));

  it('uploads a photo', async () => {
    const field = await open();
    attachFile(field, PHOTO);
    await waitUntilFound(() => visibleTextOf(field).includes('· загружен'), 'the upload');
    expect(field.value).to.have.lengthOf(1);
    expect(field.value[0]).to.include({ name: 'справка.png', type: 'image/png' });
    await expectAccessible(field);
  });

  it('says how a file goes, and reads out only what has come of it', async () => {
    const field = await open();
    const [seen, heard] = [new Set<string>(), new Set<string>()];
    const look = new MutationObserver(() => {
      seen.add(visibleTextOf(field));
      heard.add(field.shadowRoot?.querySelector('[role=status]')?.textContent ?? '');
    });
    await waitUntilFound(() => field.announcer, 'the live region');
    look.observe(field.shadowRoot as ShadowRoot, { subtree: true, childList: true, characterData: true });
    attachFile(field, PHOTO);
    await waitUntilFound(() => visibleTextOf(field).includes('· загружен'), 'the upload');
    await waitUntilFound(() => heard.size > 1, 'the announcement');
    look.disconnect();
    expect([...seen].join()).to.include('загружается: 0 из 0 МБ');
    expect([...heard]).to.deep.equal(['', 'Файл «справка.png» загружен.']);
  });

  it('refuses what is neither photo nor PDF', async () => {
    const field = await open();
    for (const file of [new File(['#!/bin/sh'], 'справка.sh', { type: 'text/x-sh' }), pdf('#!/bin/sh')]) {
      attachFile(field, file);
      await waitUntilFound(() => visibleTextOf(field).includes(`«${file.name}» не подходит`), 'the refusal');
    }
  });

  it('says when a virus was found in a file', async () => {
    const field = await open();
    attachFile(field, pdf(EICAR));
    await waitUntilFound(
      () => visibleTextOf(field).includes('В файле «справка.pdf» нашли вирус'),
      'the refusal',
    );
    expect(field.value).to.have.lengthOf(1);
    await expectAccessible(field);
  });

  it('keeps a file that the portal cannot take now', async () => {
    await runSandboxCommand({
      command: 'fault',
      fault: { kind: 'unavailable', retryAfter: 60, path: '/v1/uploads' },
    });
    const field = await open();
    attachFile(field, PHOTO);
    await waitUntilFound(() => visibleTextOf(field).includes('нет связи'), 'a file that rests');
    expect(field.value).to.have.lengthOf(1);
    await runSandboxCommand({ command: 'fault' });
    dispatchEvent(new Event('online'));
    await waitUntilFound(() => visibleTextOf(field).includes('· загружен'), 'the upload');
  });

  it('stops an upload, and goes on', async () => {
    await runSandboxCommand({
      command: 'fault',
      fault: { kind: 'latency', ms: 60_000, path: '/v1/uploads' },
    });
    const field = await open();
    attachFile(field, pdf('%PDF-1.7 пауза'));
    (await waitUntilFound(() => findButton(field, 'остановить загрузку'), 'the button')).click();
    await waitUntilFound(() => visibleTextOf(field).includes('· остановлен'), 'the pause');
    await runSandboxCommand({ command: 'fault' });
    findButton(field, 'загрузить файл')?.click();
    await waitUntilFound(() => visibleTextOf(field).includes('· загружен'), 'the upload');
  });

  it('uploads two files at once, and goes on when the field is not shown any more', async () => {
    await runSandboxCommand({
      command: 'fault',
      fault: { kind: 'latency', ms: 1000, path: '/v1/uploads' },
    });
    const field = await open();
    attachFile(field, ...['', '.', '..'].map((more) => pdf(`%PDF-1.7 ${more}`)));
    await waitUntilFound(() => visibleTextOf(field).includes('ждёт очереди'), 'a file that waits');
    const files = field.value as File[];
    const uploads = FileUploads.of(field.portal);
    expect(files.map((file) => uploads.stageOf(file)?.at)).to.deep.equal(['sending', 'sending', 'waiting']);
    field.remove();
    await waitUntilFound(() => files.every((file) => uploads.stageOf(file)?.at === 'done'), 'all files');
  });

  it('lets go of a file that is taken away while it goes up', async () => {
    const field = await open();
    attachFile(field, PHOTO);
    await waitUntilFound(() => findButton(field, 'убрать файл'), 'the button');
    findButton(field, 'убрать файл')?.click();
    await waitUntilFound(() => !visibleTextOf(field).includes('справка.png'), 'no file');
    expect(field.value).to.deep.equal([]);
  });
});
