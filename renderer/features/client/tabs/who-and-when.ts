/** Who saved something, and when, as the tabs on records say it. */
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { useOffice } from '#renderer/store/use-store.tsx';

/** "24 Nov 2026, 10:42" of an instant, on the clock of this computer. */
export function useMoment(): (instant: string) => string {
  const language = useLanguage();
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (instant) => format.format(new Date(instant));
}

/** The name of somebody of the office by id; nothing while the office is being read. */
export function useMemberName(): (memberId: string) => string {
  const t = useT();
  const { file: office } = useOffice();
  return (memberId) => (office === undefined ? '' : office?.members[memberId]?.name || t('settings.noName'));
}
