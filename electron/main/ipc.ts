/** The only user of ipcMain: listens on every channel of the contract. */
import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { channelNames } from '../preload/channel-names.ts';

export type AnswerChannel = (
  channel: (typeof channelNames)[number],
  event: IpcMainInvokeEvent,
  raw: unknown,
) => Promise<unknown>;

/** Registers every channel of the contract. */
export function listen(answer: AnswerChannel): void {
  for (const channel of channelNames) {
    ipcMain.handle(channel, (event, raw: unknown) => answer(channel, event, raw));
  }
}
