/** A page of a municipality in a frame, with the application form as it is released: `/okno-test/host` of the browser tests. */
import type { ApplicationForm } from '../../widgets/application-form/application-form.ts';
import { headingOf } from './application-form.ts';
import { forgetDrafts, waitUntilFound } from './page.ts';

/** The window of the page; `said` is what stands in its console as an error. */
export type Host = Window & typeof globalThis & { said: string[] };

/** Opens the page without a draft. `script` runs before all others; `policy` is its Content-Security-Policy. */
export async function openHost(script: string, policy = ''): Promise<Host> {
  await forgetDrafts('detskiy-sad');
  const frame = document.createElement('iframe');
  frame.width = '800';
  const query = new URLSearchParams({
    head: `<script>var said = []; console.error = function () { said.push([].join.call(arguments, " ")); }; ${script}</script>
      ${policy && `<meta http-equiv="Content-Security-Policy" content="${policy}">`}`,
    body: '<okno-application-form service="detskiy-sad">Позвоните нам</okno-application-form>',
  });
  frame.src = `/okno-test/host?${query.toString()}`;
  const isLoaded = new Promise((resolve) => (frame.onload = resolve));
  document.body.append(frame);
  await isLoaded;
  return frame.contentWindow as Host;
}

/** The widget of the page. */
export const formOf = (host: Host): ApplicationForm | null =>
  host.document.querySelector<ApplicationForm>('okno-application-form');

/** Waits until the widget asks its first question. */
export const openedForm = (host: Host): Promise<ApplicationForm> =>
  waitUntilFound(() => {
    const form = formOf(host);
    return form && headingOf(form) ? form : undefined;
  }, 'the form');
