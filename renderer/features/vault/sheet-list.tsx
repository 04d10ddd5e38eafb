import { useState } from 'react';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { PresentDialog } from '#renderer/record/present.tsx';
import type { AccessRow, RecoverySheet } from '#renderer/store/contract.ts';
import { useStore } from '#renderer/store/use-store.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { dayAndTime } from './day-and-time.ts';

interface SheetListProps {
  readonly row: AccessRow;
  readonly canWithdraw: boolean;
}

/** The recovery sheets of a person that are in force, each to be taken away by itself. */
export function SheetList({ row, canWithdraw }: SheetListProps) {
  const t = useT();
  const madeOn = useMadeOn();
  const [asked, setAsked] = useState<RecoverySheet | null>(null);
  const sheets = row.recoverySheets;
  if (sheets.length === 0) return <p className="v-text a-muted">{t('access.noSheets')}</p>;
  const isOnlyWay = row.slotIds.length === 1;
  return (
    <>
      <p className="v-text">{t('access.sheets', { count: sheets.length })}</p>
      <ul className="v-sheets">
        {sheets.map((sheet) => (
          <li key={sheet.slotId}>
            <span id={`sheet-${sheet.slotId}`}>{madeOn(sheet)}</span>
            {canWithdraw && !isOnlyWay && !sheet.openedThis && (
              <Button size="sm" onClick={() => setAsked(sheet)} describedBy={`sheet-${sheet.slotId}`}>
                {t('sheet.withdraw')}
              </Button>
            )}
            {isOnlyWay && <span className="a-muted">{t('sheet.onlyWay')}</span>}
            {sheet.openedThis && !isOnlyWay && <span className="a-muted">{t('sheet.openedThis')}</span>}
          </li>
        ))}
      </ul>
      {asked !== null && <WithdrawDialog sheet={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

function useMadeOn(): (sheet: RecoverySheet) => string {
  const t = useT();
  const language = useLanguage();
  return ({ madeAt }) => {
    if (madeAt === null) return t('sheet.madeBefore');
    return t('sheet.made', { day: dayAndTime(madeAt, language) });
  };
}

function WithdrawDialog({ sheet, onClose }: { readonly sheet: RecoverySheet; readonly onClose: () => void }) {
  const t = useT();
  const store = useStore();
  const madeOn = useMadeOn();
  const { slotId } = sheet;
  return (
    <PresentDialog
      title={t('sheet.withdrawTitle')}
      submit={t('sheet.withdraw')}
      isDanger
      use={(proof) => store.request('recoveryWithdraw', { slotId, proof })}
      onDone={() => {
        showToast({ tone: 'accent', text: t('sheet.withdrawn') });
        onClose();
      }}
      onClose={onClose}
    >
      <p>{madeOn(sheet)}</p>
      <p>{t('sheet.withdrawText')}</p>
    </PresentDialog>
  );
}
