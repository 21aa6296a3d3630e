import { PDF } from '../../../api-mocks/testing.ts';
import { HandOverSchema } from '../../../widgets/contract/drafts/schemas.ts';
import { postAsAnna, NO_INPUT, type TourSandbox, type OperationScenarios } from './scenario.ts';

const ID = '8e03978e-40d5-43e8-bc93-6894a57f9324';
const DRAFT = { service: 'detskiy-sad', formVersion: 'v1', answers: { childLastName: 'При' }, step: 0 };
const NEW = { params: { id: ID }, headers: { 'If-None-Match': '*' }, body: DRAFT };

async function savedDraft(portal: TourSandbox) {
  const { params, headers, body } = NEW;
  await portal.call(`/v1/drafts/${ID}`, {
    method: 'PUT',
    headers: { ...portal.headersOf('anna'), 'Content-Type': 'application/json', ...headers },
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
/** The checksum of other bytes. */
const CHECKSUM = { 'Upload-Checksum': 'sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=' };

/** Creates an upload of which no byte has arrived yet. */
async function createdUpload(portal: TourSandbox) {
  const length = { ...portal.headersOf('anna'), 'Upload-Length': String(PDF.length) };
  const { headers } = await portal.sendUpload(new Uint8Array(), 'справка.pdf', length);
  return { params: { id: headers.get('Location')?.split('/').at(-1) ?? '' }, headers: TUS };
}

/** A draft that the portal cannot read. */
const HANDED_OVER = { locator: 'kPrK_qmxVWaYVA9wwBF6Iu', sealed: 'pX3vQ9kTf0yJ2mWcLr7a1A' };

/** Scenarios of drafts, hand-overs and uploads. */
export const FILE_SCENARIOS = {
  listDrafts: NO_INPUT,
  getDraft: { success: savedDraft },
  saveDraft: {
    success: () => NEW,
    failures: { 412: () => ({ ...NEW, headers: { 'If-Match': '"older"' } }) },
  },
  deleteDraft: { success: savedDraft },
  createHandOver: {
    success: () => ({ body: HANDED_OVER }),
    failures: {
      409: async (portal, good) => {
        await postAsAnna(portal, '/hand-overs', HANDED_OVER, HandOverSchema);
        return good;
      },
    },
  },
  redeemHandOver: {
    success: async (portal) => {
      await postAsAnna(portal, '/hand-overs', HANDED_OVER, HandOverSchema);
      return { body: { locator: HANDED_OVER.locator } };
    },
    failures: { 404: () => ({ body: { locator: 'a'.repeat(22) } }) },
  },
  createUpload: {
    success: () => ({ headers: FILE, bytes: PDF }),
    failures: {
      413: () => ({ headers: { ...FILE, 'Upload-Length': '99999999' } }),
      460: (_, good) => ({ ...good, headers: { ...FILE, ...CHECKSUM } }),
    },
  },
  findUploadOffset: { success: createdUpload },
  getUpload: { success: createdUpload },
  appendUpload: {
    success: async (portal) => {
      const { params, headers } = await createdUpload(portal);
      return { params, headers: { ...headers, 'Upload-Offset': '0' }, bytes: PDF };
    },
    failures: {
      409: (_, good) => ({ ...good, headers: { ...good.headers, 'Upload-Offset': '3' } }),
      413: (_, good) => ({ ...good, bytes: new Uint8Array(PDF.length + 1) }),
      460: (_, good) => ({ ...good, headers: { ...good.headers, ...CHECKSUM } }),
    },
  },
  deleteUpload: { success: createdUpload },
} satisfies Partial<OperationScenarios>;
