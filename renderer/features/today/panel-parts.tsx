/** What the panels of Today share. */
import { useT } from '#renderer/i18n/i18n.ts';
import { LinkButton } from '#renderer/ui/button.tsx';
import { useNamesShown } from '#renderer/ui/names-shown.ts';
import { useGo } from '#renderer/ui/navigate.ts';

/** A panel shows this many lines; the rest stands in the full list. */
export const longest = 10;

/** The rest of a panel, in its full list. */
export function More({ count, to }: { readonly count: number; readonly to: 'clients' | 'documents' }) {
  const t = useT();
  const go = useGo();
  if (count <= longest) return null;
  return (
    <p className="t-more">
      <LinkButton onClick={() => go({ to })}>{t('today.more', { count: count - longest })}</LinkButton>
    </p>
  );
}

/** A person by name or initials, as this sitting allows. */
export function useName(): (person: { readonly name: string; readonly initials: string }) => string {
  const { shown } = useNamesShown();
  const t = useT();
  return (person) => (shown ? person.name : person.initials) || t('today.noName');
}
