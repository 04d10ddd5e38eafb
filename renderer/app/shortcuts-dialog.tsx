import { useT } from '#renderer/i18n/i18n.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { shortcutText } from '#renderer/ui/shortcut.ts';
import { Key } from '#renderer/ui/text.tsx';
import { commands } from './commands.ts';

/** Help → Keyboard: every key and what it does. */
export function ShortcutsDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const t = useT();
  return (
    <Dialog title={t('command.shortcuts')} opened={opened} onClose={onClose}>
      <dl className="s-shortcuts">
        {commands.map(
          (command) =>
            command.shortcut !== undefined && (
              <div key={command.id}>
                <dt>{t(command.title)}</dt>
                <dd>
                  <Key>{shortcutText(command.shortcut)}</Key>
                </dd>
              </div>
            ),
        )}
      </dl>
    </Dialog>
  );
}
