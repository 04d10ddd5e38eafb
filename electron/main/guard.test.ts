import { describe, expect, it } from 'vitest';
import { refusedSwitch } from './guard.ts';

describe('refusedSwitch', () => {
  it.each([
    ['--remote-debugging-port=9222', '--remote-debugging-port'],
    ['--remote-debugging-pipe', '--remote-debugging-pipe'],
    ['--inspect', '--inspect'],
    ['--inspect-brk=0', '--inspect-brk'],
    ['--js-flags=--expose-gc', '--js-flags'],
    ['--no-sandbox', '--no-sandbox'],
    ['--disable-web-security', '--disable-web-security'],
    ['--load-extension=/x', '--load-extension'],
    ['--host-resolver-rules=MAP * 127.0.0.1', '--host-resolver-rules'],
    ['/remote-debugging-port=1', '--remote-debugging-port'],
    ['-no-sandbox', '--no-sandbox'],
    ['--No-Sandbox', '--no-sandbox'],
  ])('refuses %s', (argument, name) => {
    expect(refusedSwitch(['/opt/amparo/amparo', argument])).toBe(name);
  });

  it.each(['--user-data-dir=/media/key/amparo', '--lang=es', '--force-device-scale-factor=2', '/home/ana/inspect.pdf'])(
    'lets %s pass',
    (argument) => {
      expect(refusedSwitch(['amparo', argument])).toBeNull();
    },
  );
});
