import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { Refusal } from '../agreement/refusal.ts';
import type { CallResult } from '../contract/call.ts';
import { contract, type CallName, type ContractHandlers } from '../contract/index.ts';
import { failureOf } from '../desk/failure.ts';
import { APP_ORIGIN } from './protocol.ts';

/**
 * The one wrapper between the window and the desks: the sender must be the top frame of our own page, the call must be
 * in the contract, the input must parse. Answers are envelopes; nothing is thrown across.
 */
export function connect(
  handlers: ContractHandlers,
  page: () => WebContents | undefined,
  log: (error: unknown) => void,
): void {
  ipcMain.handle('assent:call', async (event, name: unknown, input: unknown): Promise<CallResult<unknown>> => {
    try {
      if (!isOurPage(event, page())) throw foreignSender();
      return { ok: true, value: await answer(handlers, name, input) };
    } catch (error) {
      if (!(error instanceof Refusal)) log(error);
      else if (error.code === 'bad-input') log(`${error.message} ${String(error.cause)}`);
      return { ok: false, failure: failureOf(error) };
    }
  });
}

async function answer(handlers: ContractHandlers, name: unknown, input: unknown): Promise<unknown> {
  if (typeof name !== 'string' || !Object.hasOwn(contract, name)) throw badCall(String(name), 'not in the contract');
  const parsed = contract[name as CallName].input.safeParse(input);
  if (!parsed.success) {
    throw badCall(name, parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  }
  const handler = handlers[name as CallName] as (input: unknown) => unknown;
  return handler(parsed.data);
}

function isOurPage(event: IpcMainInvokeEvent, page: WebContents | undefined): boolean {
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
  return new Refusal(
    'foreign-sender',
    {
      zh: '请求不是来自签阅自己的页面，已拒绝。',
      en: 'The request did not come from Assent’s own page and was refused.',
    },
    { zh: '请重新启动应用。', en: 'Restart the app.' },
  );
}

function badCall(name: string, why: string): Refusal {
  return new Refusal(
    'bad-input',
    {
      zh: `输入不符合约定，没有写入任何内容（${name}）。`,
      en: `The input does not fit; nothing was written (${name}).`,
    },
    { zh: '请检查填写的内容。', en: 'Check what was filled in.' },
    { cause: new Error(why) },
  );
}
