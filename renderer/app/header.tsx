import { useT } from '#renderer/i18n/i18n.ts';
import { useSession } from '#renderer/store/use-store.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { useCanRun } from '#renderer/ui/command-target.ts';
import { Icon } from '#renderer/ui/icons.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { shortcutText } from '#renderer/ui/shortcut.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import type { CommandContext } from './commands.ts';
import { runById } from './keyboard.ts';

/** Name of the app, the mark of the sample vault, the box that finds and does everything, New, Lock. */
export function Header({ context }: { readonly context: CommandContext }) {
  const t = useT();
  const session = useSession();
  const canMakeDocument = useCanRun('new-document');
  const isSample = session.vaultKind === 'sample';
  return (
    <header className="s-header" data-pane="header">
      <span className="s-brand">{t('app.name')}</span>
      {isSample && (
        <span className="s-sample" role="note">
          <Tag tone="info">{t('shell.sample')}</Tag>
        </span>
      )}
      <span className="s-space" />
      <button type="button" className="s-find" onClick={context.openPalette} aria-keyshortcuts="Control+K">
        <Icon name="search" size={15} />
        <span>{t('shell.find')}</span>
        <kbd className="a-kbd">{shortcutText('Mod+K')}</kbd>
      </button>
      <Menu
        label={t('shell.new')}
        variant="primary"
        items={[
          {
            id: 'client',
            label: t('command.newClient'),
            icon: 'people',
            shortcut: 'Mod+N',
            onSelect: context.newClient,
          },
          {
            id: 'document',
            label: t('command.newDocument'),
            icon: 'document',
            disabled: !canMakeDocument,
            onSelect: () => runById('new-document', context),
          },
        ]}
      />
      <Button leftIcon="lock" shortcut="Mod+L" onClick={context.lock}>
        {t('shell.lock')}
      </Button>
    </header>
  );
}
