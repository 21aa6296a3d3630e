/** Chromium has a window for files too, but takes none from it on a desktop like this one: it is told of the file by its DevTools. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Message {
  id?: number;
  method?: string;
  params?: { backendNodeId?: number };
}

/** Has a page of Chromium with this profile take a file in place of the window that `press` opens. */
export async function chooseFileInChromium(
  profile: string,
  path: string,
  press: () => Promise<void>,
): Promise<void> {
  const [port = ''] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
  const targets = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as {
    type: string;
    webSocketDebuggerUrl: string;
  }[];
  const socket = new WebSocket(targets.find(({ type }) => type === 'page')?.webSocketDebuggerUrl ?? '');
  await once(socket, 'open');
  const send = (id: number, method: string, params: object = {}) => {
    socket.send(JSON.stringify({ id, method, params }));
  };
  const taken = new Promise((resolve) => {
    socket.addEventListener('message', ({ data }) => {
      const { id, method, params } = JSON.parse(String(data)) as Message;
      if (method === 'Page.fileChooserOpened')
        send(3, 'DOM.setFileInputFiles', { files: [path], backendNodeId: params?.backendNodeId });
      if (id === 3) resolve(true);
    });
  });
  send(1, 'Page.enable');
  send(2, 'Page.setInterceptFileChooserDialog', { enabled: true });
  await press();
  await taken;
  socket.close();
}
