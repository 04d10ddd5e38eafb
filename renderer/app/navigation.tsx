import { Link, useLocation } from '@tanstack/react-router';
import { formatCount, type Key, useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { useQuery } from '#renderer/store/use-store.tsx';
import { Icon, type IconName } from '#renderer/ui/icons.tsx';
import { useNamesShown } from '#renderer/ui/names-shown.ts';
import { useToday } from '#renderer/ui/use-today.ts';
import { useRecents } from './recents.ts';

interface Entry {
  readonly to: string;
  readonly label: Key;
  readonly icon: IconName;
  readonly count?: number;
  /** Addresses that belong to this entry besides its own. */
  readonly holds?: readonly string[];
}

function useEntries(): { readonly main: readonly Entry[]; readonly foot: readonly Entry[] } {
  const today = useToday();
  const { data } = useQuery('today', { date: today });
  return {
    main: [
      { to: '/today', label: 'nav.today', icon: 'today' },
      {
        to: '/clients',
        label: 'nav.clients',
        icon: 'people',
        count: data?.counts.clients,
        holds: ['/case/', '/intake/'],
      },
      { to: '/documents', label: 'nav.documents', icon: 'document', count: data?.counts.drafts, holds: ['/draft/'] },
    ],
    foot: [
      { to: '/vault', label: 'nav.vault', icon: 'vault' },
      { to: '/settings', label: 'nav.settings', icon: 'settings' },
    ],
  };
}

function NavList({ entries, label }: { readonly entries: readonly Entry[]; readonly label: string }) {
  const t = useT();
  const language = useLanguage();
  const { pathname } = useLocation();
  return (
    <ul aria-label={label}>
      {entries.map((entry) => {
        const isHere = pathname === entry.to || entry.holds?.some((start) => pathname.startsWith(start));
        return (
          <li key={entry.to}>
            <Link to={entry.to} className="s-nav-link" aria-current={isHere ? 'page' : undefined}>
              <Icon name={entry.icon} />
              <span className="s-nav-word">{t(entry.label)}</span>
              {entry.count !== undefined && entry.count > 0 && (
                <span className="s-nav-count">{formatCount(entry.count, language)}</span>
              )}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

/** Left: the places of the app and the cases opened last. */
export function Navigation() {
  const t = useT();
  const { main, foot } = useEntries();
  const recents = useRecents();
  const { shown } = useNamesShown();
  const { pathname } = useLocation();
  const isMasked = pathname === '/today' && !shown;
  return (
    <nav className="s-nav" aria-label={t('nav.label')} data-pane="nav">
      <NavList entries={main} label={t('nav.label')} />
      {recents.length > 0 && (
        <>
          <h2 className="s-nav-title" id="recent-title">
            {t('nav.recent')}
          </h2>
          <ul aria-labelledby="recent-title">
            {recents.slice(0, 6).map((row) => (
              <li key={row.personId}>
                <Link
                  to="/case/$caseId/person/$personId/{-$tab}"
                  params={{ caseId: row.caseId, personId: row.personId }}
                  className="s-nav-link s-nav-recent"
                >
                  <span className="s-nav-word">{(isMasked ? row.initials : row.name) || row.officeNumber}</span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="s-nav-foot">
        <NavList entries={foot} label={t('nav.more')} />
      </div>
    </nav>
  );
}
