/** Gives the page `window.amparo`: one named function per channel of the contract, and nothing else. */
import { contextBridge, ipcRenderer } from 'electron';
import type { Notice } from '#shared/ipc/contract.ts';
import { channelNames } from './channel-names.ts';

type Call = (argument?: unknown) => Promise<unknown>;

function assemble(): Record<string, Record<string, Call>> {
  const bridge: Record<string, Record<string, Call>> = {};
  for (const channel of channelNames) {
    const [area, name] = channel.split('.') as [string, string];
    const functions = bridge[area] ?? {};
    functions[name] = (argument) => ipcRenderer.invoke(channel, argument);
    bridge[area] = functions;
  }
  return bridge;
}

/** The page's listeners; the ipcRenderer itself never crosses. */
function onNotice(listener: (notice: Notice) => void): () => void {
  const relay = (_event: unknown, notice: Notice): void => listener(notice);
  ipcRenderer.on('amparo:notice', relay);
  return () => {
    ipcRenderer.removeListener('amparo:notice', relay);
  };
}

contextBridge.exposeInMainWorld('amparo', { ...assemble(), onNotice });

// Ports cannot pass the context bridge; a message event carries the key port into the page, which hands it to its worker.
ipcRenderer.on('amparo:key-port', (event, start: unknown) => {
  window.postMessage({ type: 'amparo:key-port', start }, window.location.origin, event.ports);
});
