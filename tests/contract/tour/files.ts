import { PDF } from '../../../api-mocks/testing.ts';
import { HandOverSchema } from '../../../widgets/contract/drafts/schemas.ts';
import { done, PLAIN, type Portal, type Stops } from './stop.ts';

const ID = '8e03978e-40d5-43e8-bc93-6894a57f9324';
const DRAFT = { service: 'detskiy-sad', formVersion: 'v1', answers: { childLastName: 'При' }, step: 0 };
const NEW = { params: { id: ID }, headers: { 'If-None-Match': '*' }, body: DRAFT };

async function saved(portal: Portal) {
  const { params, headers, body } = NEW;
  await portal.call(`/v1/drafts/${ID}`, {
    method: 'PUT',
    headers: { ...portal.as('anna'), 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { params };
}

const TUS = { 'Tus-Resumable': '1.0.0' };
const FILE = {
  ...TUS,
  'Upload-Length': String(PDF.length),
  'Upload-Metadata': 'filename 0YHQv9GA0LDQstC60LAucGRm',
};
/** Of another piece. */
const CHECKSUM = { 'Upload-Checksum': 'sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=' };

/** A file of which nothing has come yet. */
async function begun(portal: Portal) {
  const length = { ...portal.as('anna'), 'Upload-Length': String(PDF.length) };
  const { headers } = await portal.upload(new Uint8Array(), 'справка.pdf', length);
  return { params: { id: headers.get('Location')?.split('/').at(-1) ?? '' }, headers: TUS };
}

/** Drafts and files. */
export const FILES = {
  listDrafts: PLAIN,
  getDraft: { good: saved },
  saveDraft: {
    good: () => NEW,
    but: { 412: () => ({ ...NEW, headers: { 'If-Match': '"older"' } }) },
  },
  deleteDraft: { good: saved },
  createHandOver: { good: () => ({ body: DRAFT }) },
  redeemHandOver: {
    good: async (portal) => ({
      body: { code: (await done(portal, '/hand-overs', DRAFT, HandOverSchema)).code },
    }),
    but: { 404: () => ({ body: { code: '0000-0000' } }) },
  },
  createUpload: {
    good: () => ({ headers: FILE, bytes: PDF }),
    but: {
      413: () => ({ headers: { ...FILE, 'Upload-Length': '99999999' } }),
      460: (_, good) => ({ ...good, headers: { ...FILE, ...CHECKSUM } }),
    },
  },
  findUploadOffset: { good: begun },
  getUpload: { good: begun },
  appendUpload: {
    good: async (portal) => {
      const { params, headers } = await begun(portal);
      return { params, headers: { ...headers, 'Upload-Offset': '0' }, bytes: PDF };
    },
    but: {
      409: (_, good) => ({ ...good, headers: { ...good.headers, 'Upload-Offset': '3' } }),
      413: (_, good) => ({ ...good, bytes: new Uint8Array(PDF.length + 1) }),
      460: (_, good) => ({ ...good, headers: { ...good.headers, ...CHECKSUM } }),
    },
  },
  deleteUpload: { good: begun },
} satisfies Partial<Stops>;
