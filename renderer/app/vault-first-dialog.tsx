import { useT } from '#renderer/i18n/i18n.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';

/** In the sample vault a real client has no place: first a vault of one's own. */
export function VaultFirstDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const t = useT();
  return (
    <Dialog
      title={t('vaultFirst.title')}
      opened={opened}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('vaultFirst.stay')}</Button>
          <Button
            variant="primary"
            autoFocus
            onClick={() => void window.amparo.session.lock({ reason: 'button', afterwards: 'real' })}
          >
            {t('vaultFirst.make')}
          </Button>
        </>
      }
    >
      <p>{t('vaultFirst.text')}</p>
    </Dialog>
  );
}
