import { expect } from 'chai';

import { openPortal, pressInPortalWindow, runSandboxCommand } from '../../tests/widgets/page.ts';
import type { Portal } from './context.ts';
import { OfflineError } from './errors.ts';
import { UploadAddresses } from '../drafts/upload-addresses.ts';
import type { UploadOptions } from './upload-chunks.ts';
import { fileRefusal, uploadFile } from './uploads.ts';

/** In several pieces. Of which kind it is, its beginning says. */
const photo = (name = 'справка.pdf', beginning = '%PDF-1.7') =>
  new File([beginning.padEnd(1_200_000, '.')], name, { lastModified: 1 });
/** What every scanner takes for a virus (https://www.eicar.org). */
const EICAR = '%PDF-1.7 X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';
/** Cuts the second piece, and one of three after it, never three in a row. */
const cutSecond = (when: 'before' | 'after') =>
  runSandboxCommand({
    command: 'fault',
    fault: { kind: 'cut', when, path: '/v1/uploads', methods: ['PATCH'], often: { oneOf: 3, seed: 718 } },
  });

const original = Object.getOwnPropertyDescriptors(XMLHttpRequest.prototype);

/** Values of a header that the page has sent since the test began. */
function sent(header: string): string[] {
  const values: string[] = [];
  const { setRequestHeader } = Object.getOwnPropertyDescriptors(XMLHttpRequest.prototype);
  XMLHttpRequest.prototype.setRequestHeader = function (name, value) {
    if (name === header) values.push(value);
    setRequestHeader.value?.call(this, name, value);
  };
  return values;
}

/** Those that were sent before. */
const repeated = (offsets: readonly string[]) => offsets.filter((offset, i) => offsets.indexOf(offset) < i);

const outcome = (coming: Promise<unknown>): Promise<unknown> =>
  coming.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('upload', () => {
  let portal: Portal;
  beforeEach(async () => {
    portal = await openPortal();
  });
  afterEach(async () => {
    Object.defineProperties(XMLHttpRequest.prototype, original);
    sessionStorage.clear();
    await runSandboxCommand({ command: 'fault' });
  });

  it('gives the file as the portal knows it, when it has been scanned', async () => {
    const shares: number[] = [];
    const stored = await uploadFile(portal, photo(), { onProgress: (share) => shares.push(share) });
    expect(stored).to.include({ name: 'справка.pdf', size: 1_200_000, type: 'application/pdf' });
    expect(shares.at(-1)).to.equal(1);
  });

  it('goes on from the last whole piece when the connection breaks off', async () => {
    await cutSecond('before');
    const offsets = sent('Upload-Offset');
    await uploadFile(portal, photo());
    expect(repeated(offsets)).to.have.lengthOf.above(0);
    expect(offsets.lastIndexOf('0')).to.equal(0);
  });

  it('does not send again what has arrived where only the answer got lost', async () => {
    await cutSecond('after');
    const offsets = sent('Upload-Offset');
    await uploadFile(portal, photo());
    expect(offsets).to.have.lengthOf.above(2);
    expect(repeated(offsets)).to.deep.equal([]);
  });

  /** Uploads more than a half of the file. */
  async function leaveInTheMiddle(options: UploadOptions = {}): Promise<void> {
    const leaving = new AbortController();
    const left = uploadFile(portal, photo(), {
      ...options,
      signal: leaving.signal,
      onProgress(share) {
        if (share > 0.5) leaving.abort();
      },
    });
    expect(await outcome(left)).to.have.property('name', 'AbortError');
    expect(sessionStorage).to.have.lengthOf(1);
  }

  it('goes on after the browser was closed, where its address is kept for longer', async () => {
    const addresses = new UploadAddresses();
    await leaveInTheMiddle({ addresses });
    sessionStorage.clear();
    const offsets = sent('Upload-Offset');
    await uploadFile(await openPortal(), photo(), { addresses });
    expect(offsets[0]).not.to.equal('0');
    sessionStorage.clear();
    await uploadFile(portal, photo(), { addresses: new UploadAddresses() });
    expect(offsets).to.include('0');
  });

  it('goes on after a reload, and keeps nothing in the browser when the file is there', async () => {
    await leaveInTheMiddle();
    const offsets = sent('Upload-Offset');
    await uploadFile(await openPortal(), photo());
    expect(offsets[0]).not.to.equal('0');
    for (const storage of [sessionStorage, localStorage]) expect(storage).to.have.lengthOf(0);
  });

  for (const [where, origin] of [
    ['the portal has forgotten the file', () => portal.config.portal],
    ['the address that is kept is not of the portal', () => 'http://localhost:9'],
  ] as const)
    it(`begins anew where ${where}`, async () => {
      await leaveInTheMiddle();
      const key = sessionStorage.key(0) ?? '';
      expect(key).not.to.include('справка');
      const kept = new URL('/v1/uploads/0b6a3f7e-9d2c-4f51-8a1e-6c7d8e9f0a1b', origin());
      sessionStorage.setItem(key, kept.href);
      expect(await uploadFile(portal, photo())).to.include({ name: 'справка.pdf' });
    });

  it('sends the same file to two places when it is attached twice', async () => {
    const [first, second] = await Promise.all([uploadFile(portal, photo()), uploadFile(portal, photo())]);
    expect(first.id).not.to.equal(second.id);
  });

  it('sends a sum with every piece', async () => {
    const sums = sent('Upload-Checksum');
    await uploadFile(portal, photo());
    expect(sums).to.have.lengthOf.above(2);
    for (const sum of sums) expect(sum).to.match(/^sha256 .{43}=$/);
  });

  it('says why the portal does not take a file', async () => {
    for (const [beginning, why] of [
      ['MZ', 'wrongType'],
      [EICAR, 'unsafe'],
    ] as const)
      expect(fileRefusal(await outcome(uploadFile(portal, photo('справка.pdf', beginning))))).to.equal(why);
    expect(sessionStorage).to.have.lengthOf(0);
  });

  it('says that there is no connection after some tries, which is no refusal', async () => {
    await runSandboxCommand({
      command: 'fault',
      fault: { kind: 'cut', when: 'before', path: '/v1/uploads' },
    });
    const tries = sent('Upload-Length');
    const error = await outcome(uploadFile(portal, photo()));
    expect(error).to.be.instanceOf(OfflineError);
    expect(fileRefusal(error)).to.equal(undefined);
    expect(tries).to.have.lengthOf(4);
  });

  it('tries again when the portal asks to wait', async () => {
    const fault = {
      kind: 'tooManyRequests',
      retryAfter: 1,
      path: '/v1/uploads',
      often: { next: 1 },
    } as const;
    await runSandboxCommand({ command: 'fault', fault });
    expect(await uploadFile(portal, photo())).to.include({ size: 1_200_000 });
  });

  it('bears no token, and goes on when the session ends meanwhile', async function () {
    // Only Chromium's launcher can play in a second window.
    if (!navigator.userAgent.includes('Chrome/')) this.skip();
    const done = portal.session.signIn();
    await pressInPortalWindow(portal, 'Примерова');
    expect(await done).to.equal('signedIn');
    const fault = { kind: 'expiredSession', path: '/v1/uploads/', often: { next: 1 } } as const;
    await runSandboxCommand({ command: 'fault', fault });
    const bearers = sent('Authorization');
    const offsets = sent('Upload-Offset');
    expect(await uploadFile(portal, photo())).to.include({ name: 'справка.pdf' });
    expect(bearers).to.deep.equal([]);
    expect(repeated(offsets)).to.deep.equal([]);
  });
});
