// Longer than other modules: what every button of the list does.
import { afterPaint } from '../fields/after-paint.ts';
import type { Announcing } from '../fields/announcer.ts';
import { CaseActionEvent, type CaseWish } from '../portal/case-events.ts';
import type { Portal } from '../portal/context.ts';
import { loadModule, reportFailure } from '../portal/errors.ts';
import { Cabinet } from './cabinet.ts';
import {
  titleOf,
  type ListActions,
  type ListContext,
  type ListState,
  type RowQuestions,
} from './list-state.ts';
import { freshness, listView } from './list-view.ts';
import type { Messages } from './messages.ts';
import type * as Actions from './ask-portal.ts';
import type { Standing } from './row-news.ts';
import type { Row } from './rows.ts';

export { ru as messages } from './messages.ts';

/** The list of an element: what it shows, and what its buttons do. It is fetched after the first paint. */
export class ApplicationList implements ListActions {
  readonly cabinet: Cabinet;
  readonly #host: Announcing;
  #state: ListState = { filter: 'all', query: '' };
  #messages: Messages | undefined;
  #questions: RowQuestions | undefined;
  /** How each case stood when all had been read last; absent before that. */
  #standing: Standing | undefined;

  /** Begins to read, and follows what changes until `signal` aborts. */
  constructor(host: Announcing, portal: Portal, signal: AbortSignal) {
    this.#host = host;
    this.cabinet = new Cabinet(portal, signal, () => {
      this.#announceNews();
      host.requestUpdate();
    });
    // The list with its two ways on is there before what reads it is fetched.
    afterPaint()
      .then(() => (signal.aborted ? undefined : this.cabinet.start()))
      .catch(reportFailure);
  }

  render(messages: Messages) {
    this.#messages = messages;
    return listView(this.#contextWith(messages));
  }

  #contextWith(messages: Messages): ListContext {
    return {
      cabinet: this.cabinet,
      state: this.#state,
      messages,
      actions: this,
      questions: this.#questions,
    };
  }

  /** Says what has changed in the cases of the list, as soon as all have been read. The focus stays where it is. */
  #announceNews(): void {
    const { parts, isReading, failure, rows } = this.cabinet;
    if (!parts || isReading || failure || !this.#messages) return;
    const now = parts.standingOf(rows);
    const context = this.#contextWith(this.#messages);
    for (const news of parts.newsInRows(this.#standing ?? now, now, context)) this.#host.announcer?.say(news);
    this.#standing = now;
  }

  change(state: Partial<ListState>): void {
    if (state.asking && !this.#questions) {
      this.#do(async () => {
        this.#questions = await loadModule(import('./row-questions.ts'));
        this.change(state);
      });
      return;
    }
    const before = this.#state.asking;
    this.#state = { ...this.#state, ...state };
    this.#host.requestUpdate();
    const { asking } = this.#state;
    if (asking !== before) void this.#focusRow(asking?.key ?? before?.key ?? '');
  }

  readonly refresh = async (): Promise<void> => {
    if (this.cabinet.isReading) return;
    await this.cabinet.read();
    if (this.#messages) this.#host.announcer?.say(freshness(this.#contextWith(this.#messages)));
  };

  readonly signIn = (): void => {
    this.#do(async () => {
      const outcome = await this.cabinet.portal.session.signIn();
      this.change({ notice: outcome.startsWith('signIn') ? 'signInFailed' : undefined });
    });
  };

  open(row?: Row, wish?: CaseWish): void {
    const { number = '', code = '', status } = row?.kase ?? {};
    const known = { number, code, agency: status?.agency.slug };
    this.#host.dispatchEvent(new CaseActionEvent('follow', known, { wish }));
  }

  resume(row: Row): void {
    this.#do(async ({ makeLatest }) => {
      await makeLatest(this.cabinet, row);
      this.#openForm(row);
    });
  }

  repeat(row: Row): void {
    this.#do(async ({ beginAgain }) => {
      await beginAgain(this.cabinet, row);
      this.#openForm(row);
    });
  }

  withdraw(row: Row): void {
    this.#do(async ({ withdraw }) => {
      const isDone = await withdraw(this.cabinet, row);
      this.change({ asking: undefined, notice: isDone ? undefined : 'cannotWithdraw' });
      await this.cabinet.read();
    });
  }

  rename(row: Row, name: string): void {
    this.#do(async () => {
      const { notes } = await this.cabinet.device();
      await notes.change(row.key, { name });
      await this.cabinet.readDevice();
      this.change({ asking: undefined });
    });
  }

  remove(row: Row): void {
    this.#do(async ({ removeStored }) => {
      const undo = await removeStored(this.cabinet, row);
      const title = this.#messages ? titleOf(row, this.#messages) : '';
      this.change({ removed: { title, undo } });
      await this.cabinet.readDevice();
      await this.#focus('[data-focus=removed]');
    });
  }

  readonly undo = (): void => {
    const { removed } = this.#state;
    this.#do(async () => {
      await removed?.undo();
      this.change({ removed: undefined });
      await this.cabinet.readDevice();
      await this.#focus('[data-focus=title]');
    });
  };

  #openForm({ service }: Row): void {
    this.#host.dispatchEvent(new CaseActionEvent('apply', { number: '', code: '', service }));
  }

  /** Does what a button asks for. Says why it has failed. */
  #do(work: (actions: typeof Actions) => Promise<void>): void {
    loadModule(import('./ask-portal.ts'))
      .then(work)
      .catch((error: unknown) => {
        this.cabinet.failure = reportFailure(error);
        this.#host.requestUpdate();
      });
  }

  /** Moves the focus to what is asked in a row, or back to its title. */
  #focusRow(key: string): Promise<void> {
    const row = `[data-key="${CSS.escape(key)}"]`;
    return this.#focus(`${row} .asks :is(input, [tabindex]), ${row} h3 button`);
  }

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    const found = [...this.#host.renderRoot.querySelectorAll<HTMLElement>(selector)];
    // What is asked stands behind the title.
    found.at(-1)?.focus();
  }
}
