/** Refuses to start with switches that open the app to other programs. */

const refused = [
  /^--remote-debugging(-|$|=)/,
  /^--remote-allow-origins/,
  /^--inspect(-|$|=)/,
  /^--js-flags/,
  /^--no-sandbox/,
  /^--disable-(setuid-)?sandbox/,
  /^--disable-(seccomp|namespace|gpu)-(filter-)?sandbox/,
  /^--disable-web-security/,
  /^--disable-site-isolation/,
  /^--allow-running-insecure-content/,
  /^--load-extension/,
  /^--disable-extensions-except/,
  /^--enable-automation/,
  /^--host-(resolver-)?rules/,
  /^--proxy-(server|pac-url)/,
  /^--single-process/,
  /^--no-zygote/,
  /^--(renderer|gpu|utility|ppapi)-(cmd-prefix|startup-dialog|launcher)/,
  /^--log-net-log/,
  /^--enable-logging/,
  /^--(require|import|loader|experimental-loader)(=|$)/,
  /^--enable-blink-features/,
];

/** Exit code of a refused start. */
export const REFUSED_EXIT = 3;

/** The first refused switch among the arguments, without its value, or null. */
export function refusedSwitch(argv: readonly string[]): string | null {
  for (const argument of argv) {
    // Chromium on Windows also takes "/name" and "-name".
    const normal = argument.replace(/^(--?|\/)(?=[a-z])/i, '--').toLowerCase();
    if (refused.some((pattern) => pattern.test(normal))) return normal.split('=')[0] ?? normal;
  }
  return null;
}
