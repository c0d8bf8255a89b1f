import { sentence } from '../agreement/sentence.ts';
import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { Refusal } from '../agreement/refusal.ts';
import type { CallResult } from '../contract/call.ts';
import { failureOf } from '../kernel/failure.ts';
import type { Answer } from './call-handler.ts';
import { APP_ORIGIN } from './protocol.ts';

/**
 * The one wrapper between the window and the handlers: the sender must be the top frame of our own page. Calls wait until
 * the handlers are there. Answers are envelopes; nothing is thrown across.
 */
export function connect(
  answer: Promise<Answer>,
  page: () => WebContents | undefined,
  log: (error: unknown) => void,
): void {
  ipcMain.handle('assent:call', async (event, name: unknown, input: unknown): Promise<CallResult<unknown>> => {
    try {
      if (!isOurPage(event, page())) throw foreignSender();
      return { ok: true, value: await (await answer)(name, input) };
    } catch (error) {
      if (!(error instanceof Refusal)) log(error);
      else if (error.code === 'bad-input')
        log(`${error.message} ${error.cause instanceof Error ? error.cause.message : ''}`);
      return { ok: false, failure: failureOf(error) };
    }
  });
}

/** Whether a message came from the top frame of our own page. */
export function isOurPage(
  event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  page: WebContents | undefined,
): boolean {
  const frame = event.senderFrame;
  return (
    page !== undefined &&
    event.sender === page &&
    frame === page.mainFrame &&
    URL.canParse(frame.url) &&
    frame.url.startsWith(`${APP_ORIGIN}/`)
  );
}

function foreignSender(): Refusal {
  return new Refusal('foreign-sender', sentence('shell.ipc.foreign-sender'), sentence('shell.ipc.foreign-sender.next'));
}
