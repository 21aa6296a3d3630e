import { expect } from 'chai';

import { describeStates } from '../../tests/widgets/describe-widget.ts';
import { mountElement, openSignedIn, waitUntilFound } from '../../tests/widgets/page.ts';
import { ru as firstRu } from './first-messages.ts';
import { ru } from './messages.ts';
import type { MyApplications } from './my-applications.ts';
import { states } from './states-for-tests.ts';

describeStates('<okno-my-applications>', {
  states,
  words: [ru, firstRu],
  unseen: { retry: 'a file of the widget did not come' },
});

describe('<okno-my-applications> and its requests', () => {
  it('waits for nothing of the portal any more when it has been removed', async () => {
    const portal = await openSignedIn();
    const signals: (AbortSignal | null | undefined)[] = [];
    portal.session.send = (_, { signal }) => {
      signals.push(signal);
      return new Promise(() => undefined);
    };
    const list = await mountElement<MyApplications>('okno-my-applications', { portal });
    await waitUntilFound(() => signals.length >= 3, 'its questions: applications, complaints, drafts');
    list.remove();
    expect(signals.filter((signal) => !signal?.aborted)).to.deep.equal([]);
  });
});
