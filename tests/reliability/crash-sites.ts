import { join } from 'node:path';

import { startHostSites, type HostSites } from '../hosts/host-sites.ts';
import type { Host } from '../hosts/corpus.ts';

/** A page with widgets, with the sites that it needs. */
export interface ServedPage {
  url: string;
  sites: HostSites;
}

/** Builds the widgets into `folder`, and serves a page with this HTML and these headers. */
export async function servePage(
  html: string,
  folder: string,
  headers: Host['headers'] = {},
): Promise<ServedPage> {
  const host: Host = {
    name: 'page',
    why: '',
    headers,
    charset: 'utf-8',
    mayRefuse: false,
    variants: [],
    room: 280,
    html,
  };
  const sites = await startHostSites([host], join(folder, 'sites'));
  return { url: sites.urls.get(host) ?? '', sites };
}

/** Lets uploads begin, and cuts them off before a byte arrives. */
export function cutUploads({ sandbox }: HostSites): void {
  sandbox.context.faults.add({
    kind: 'cut',
    when: 'before',
    path: '/v1/uploads',
    methods: ['PATCH'],
    often: 'always',
  });
}
