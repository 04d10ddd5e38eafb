import { MantineProvider } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { systemIsDark, type ThemeChoice } from './follow-theme.ts';
import { theme, variables } from './theme.ts';

function nonce(): string {
  return document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';
}

/** Mantine with our theme; its style elements carry the nonce of this load. */
export function KitProvider({ choice, children }: { readonly choice: ThemeChoice; readonly children: ReactNode }) {
  const [isDark, setDark] = useState(systemIsDark);
  useEffect(() => {
    const query = window.matchMedia('(prefers-color-scheme: dark)');
    const follow = (): void => setDark(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  const scheme = choice === 'auto' ? (isDark ? 'dark' : 'light') : choice;
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} forceColorScheme={scheme} getStyleNonce={nonce}>
      {children}
    </MantineProvider>
  );
}
