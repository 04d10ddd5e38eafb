/** Start-up order only. */
import { app, session } from 'electron';
import { closeNetwork, registerScheme, serve } from './protocol.ts';
import { createWindow, guardAllContents } from './window.ts';

registerScheme();
closeNetwork();
app.enableSandbox();
guardAllContents();
await app.whenReady();
serve(session.defaultSession, 'page');
createWindow('unlock').show();
