/** Light and dark, without any kit: the unlock window uses only this. */

export type ThemeChoice = 'auto' | 'light' | 'dark';

export function systemIsDark(): boolean {
  return window.matchMedia('(prefers-color-scheme: dark)').matches;
}

/** Sets the colours of the page and keeps following the system while the choice is `auto`; answers how to stop. */
export function followTheme(choice: ThemeChoice): () => void {
  const apply = (): void => {
    const isDark = choice === 'dark' || (choice === 'auto' && systemIsDark());
    document.documentElement.dataset.mantineColorScheme = isDark ? 'dark' : 'light';
  };
  apply();
  const query = window.matchMedia('(prefers-color-scheme: dark)');
  query.addEventListener('change', apply);
  return () => query.removeEventListener('change', apply);
}
