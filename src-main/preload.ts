import { contextBridge, ipcRenderer, webUtils } from 'electron';

/** Names from the contract, put here by the build: the page's process needs neither schemas nor zod. */
declare const __CONTRACT_CALLS__: readonly string[];
declare const __CONTRACT_EVENTS__: readonly string[];

const calls = new Set(__CONTRACT_CALLS__);
const events = new Set(__CONTRACT_EVENTS__);

contextBridge.exposeInMainWorld('assent', {
  call: (name: string, input: unknown): Promise<unknown> => {
    if (!calls.has(name)) return Promise.reject(new Error(`not in the contract: ${name}`));
    return ipcRenderer.invoke('assent:call', name, input);
  },
  on: (name: string, listener: (payload: unknown) => void): (() => void) => {
    if (!events.has(name)) throw new Error(`not in the contract: ${name}`);
    const heard = (_event: unknown, payload: unknown): void => {
      listener(payload);
    };
    ipcRenderer.on(`assent:${name}`, heard);
    return () => {
      ipcRenderer.off(`assent:${name}`, heard);
    };
  },
});

// What a person drops is told to the main side, which opens the folders in it: the page can read none.
window.addEventListener(
  'drop',
  ({ isTrusted, dataTransfer }) => {
    if (!isTrusted) return;
    ipcRenderer.send(
      'assent:dropped',
      [...(dataTransfer?.files ?? [])].map((file) => webUtils.getPathForFile(file)),
    );
  },
  true,
);
