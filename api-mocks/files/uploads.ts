import { randomUUID } from 'node:crypto';

import type { Context } from 'hono';
import * as v from 'valibot';

import { FILE_MAX_BYTES } from '../../widgets/contract/forms/schemas.ts';
import { UploadSchema } from '../../widgets/contract/values/schemas.ts';
import type { UPLOADS } from '../../widgets/contract/uploads/operations.ts';
import type { HandlersOf } from '../http/api.ts';
import type { Citizen } from '../sign-in/citizens.ts';
import { addressOf } from '../http/limits.ts';
import { Refusal } from '../http/problem.ts';
import type { Sandbox } from '../sandbox.ts';
import { keyed, seal } from '../store/sealed.ts';
import { TUS, tusServer } from './tus.ts';
import { findUpload, forgetUpload, recordOf, type UploadRow } from './upload-rows.ts';
import type { Sending } from './upload-store.ts';

/** Files that one address may have on their way: a public access point has one address, and many who sit there. */
const MOST_UNFINISHED = 50;

/** Files on their way to an application, by tus. Whoever knows the address of one may send it, but no other citizen. */
export function uploads(sandbox: Sandbox): HandlersOf<typeof UPLOADS> {
  const ask = tusServer(sandbox);

  return {
    async createUpload({ c, headers, citizen }) {
      checkTus(headers);
      checkMedia(c, [undefined, MEDIA]);
      if (headers['Upload-Length'] > FILE_MAX_BYTES)
        throw new Refusal('too-large', { headers: { 'Tus-Max-Size': String(FILE_MAX_BYTES) } });
      const id = randomUUID();
      const begun = {
        sealed: seal(sandbox.key, nameIn(headers['Upload-Metadata'])),
        citizen: citizen?.id ?? null,
        sender: senderOf(sandbox, c),
      };
      try {
        const answer = await ask(c.req.raw, { id, checksum: split(headers['Upload-Checksum']), begun });
        return { status: 201, headers: { ...standing(sandbox, id), Location: answer.get('Location') ?? '' } };
      } catch (error) {
        // Nobody will know its address.
        await forgetUpload(sandbox, id);
        throw error;
      }
    },
    async findUploadOffset({ c, params: { id }, headers, citizen }) {
      checkTus(headers);
      ownUpload(sandbox, id, citizen);
      const answer = await ask(c.req.raw, { id });
      return {
        status: 200,
        headers: {
          ...standing(sandbox, id),
          'Upload-Length': answer.get('Upload-Length') ?? '',
          'Upload-Metadata': answer.get('Upload-Metadata') ?? '',
        },
      };
    },
    getUpload: ({ params: { id }, citizen }) => ({
      status: 200,
      body: recordOf(sandbox, ownUpload(sandbox, id, citizen)),
    }),
    async appendUpload({ c, params: { id }, headers, citizen }) {
      checkTus(headers);
      checkMedia(c, [MEDIA]);
      ownUpload(sandbox, id, citizen);
      await ask(c.req.raw, { id, checksum: split(headers['Upload-Checksum']) });
      return { status: 204, headers: standing(sandbox, id) };
    },
    async deleteUpload({ c, params: { id }, headers, citizen }) {
      checkTus(headers);
      ownUpload(sandbox, id, citizen);
      await ask(c.req.raw, { id });
      return { status: 204, headers: { 'Tus-Resumable': TUS } };
    },
  };
}

const MEDIA = 'application/offset+octet-stream';

function checkTus(headers: { 'Tus-Resumable'?: string | undefined }): void {
  if (headers['Tus-Resumable'] !== TUS) throw new Refusal('tus-version', { headers: { 'Tus-Version': TUS } });
}

function checkMedia(c: Context, known: (string | undefined)[]): void {
  if (!known.includes(c.req.header('Content-Type'))) throw new Refusal('media-type');
}

/** The address is the key to an upload; it does not open what another citizen has signed. */
function ownUpload(sandbox: Sandbox, id: string, citizen: Citizen | undefined): UploadRow {
  const row = findUpload(sandbox, id);
  if (citizen && row.citizen !== null && row.citizen !== citizen.id) throw new Refusal('not-found');
  return row;
}

/** Where an upload stands now. */
function standing(sandbox: Sandbox, id: string) {
  const { received, keptUntil } = findUpload(sandbox, id);
  return {
    'Tus-Resumable': TUS,
    'Upload-Offset': String(received),
    'Upload-Expires': new Date(keptUntil).toUTCString(),
  };
}

/** The address that sends, unreadable. Refuses one that has too many files on their way. */
function senderOf({ db, key, real }: Sandbox, c: Context): string {
  const sender = keyed(key, `sender ${addressOf(c)}`).toString('base64url');
  const row = db
    .prepare('SELECT count(*) AS count FROM uploads WHERE sender = ? AND keptUntil > ?')
    .get(sender, real().toISOString());
  if (Number(row?.['count']) < MOST_UNFINISHED) return sender;
  throw new Refusal('too-many-tries', { retryAfter: 600 });
}

/** The file's name for people: never part of a path. */
function nameIn(metadata: string): string {
  const [, encoded] = /(?:^|,)\s*filename ([A-Za-z0-9+/]+={0,2})\s*(?:,|$)/.exec(metadata) ?? [];
  const name = Buffer.from(encoded ?? '', 'base64')
    .toString()
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\p{Cf}\ufffd]/gu, '')
    .trim();
  if (!v.is(UploadSchema.entries.name, name)) throw new Refusal('malformed');
  return name;
}

function split(checksum: string | undefined): Sending['checksum'] {
  const [algorithm, value] = checksum?.split(' ') ?? [];
  return algorithm && value ? { algorithm, value } : undefined;
}
