import { UploadSchema, type Upload } from '../contract/values.ts';
import type { Portal } from './context.ts';
import { read } from './http.ts';

/** Milliseconds: a photo over a village's connection. */
const TIMEOUT = 600_000;

/** Stores a file with the portal: tus 1.0, creation with upload. https://tus.io/protocols/resumable-upload */
export async function upload(portal: Portal, file: File, signal?: AbortSignal): Promise<Upload> {
  const name = btoa(String.fromCharCode(...new TextEncoder().encode(file.name)));
  return read(portal, new URL('/v1/uploads', portal.config.portal), UploadSchema, {
    method: 'POST',
    headers: {
      'Tus-Resumable': '1.0.0',
      'Upload-Length': String(file.size),
      'Upload-Metadata': `filename ${name}`,
      'Content-Type': 'application/offset+octet-stream',
    },
    body: file,
    signal,
    timeout: TIMEOUT,
  });
}
