import { type FormEvent, useEffect, useRef, useState } from 'react';
import { asKey, useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { renderPdf } from '#renderer/pdf/pdf-client.ts';
import { PresentDialog } from '#renderer/record/present.tsx';
import type { SessionInfo } from '#renderer/store/contract.ts';
import { useQuery, useStore } from '#renderer/store/use-store.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Panel } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icons.tsx';
import { useGo } from '#renderer/ui/navigate.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { exactDay } from '#shared/domain/partial-date.ts';
import { formatPartialDate } from '#shared/domain/format.ts';
import { type Failure, ok, type Result, toFailure } from '#shared/errors.ts';
import { dayAndTime } from './day-and-time.ts';
import { sheetTree } from './sheet-tree.ts';

interface Shown {
  readonly slotId: string;
  /** ISO instant. */
  readonly madeAt: string;
  readonly groups: readonly string[];
  /** Which group is asked back, counting from 0. */
  readonly asked: number;
  /** The list of sheets has it: when it is there no more, the sheet was withdrawn. */
  readonly isListed: boolean;
}

/** The recovery sheet: made, printed or saved, and done when one group was typed back. */
export function RecoveryPanel({ session }: { readonly session: SessionInfo }) {
  const t = useT();
  const store = useStore();
  const language = useLanguage();
  const { data } = useQuery('accessList', undefined);
  const [shown, setShown] = useState<Shown | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isMaking = useRef(false);
  const sheets = data?.people.flatMap(({ recoverySheets }) => recoverySheets) ?? [];
  const confirmedAt =
    sheets
      .flatMap(({ confirmedAt: at }) => at ?? [])
      .sort()
      .at(-1) ?? null;
  const isSample = session.vaultKind === 'sample';

  useEffect(() => {
    if (shown === null || data === undefined) return;
    const isListed = data.people.some((row) => row.recoverySheets.some(({ slotId }) => slotId === shown.slotId));
    if (isListed && !shown.isListed) setShown({ ...shown, isListed });
    if (!isListed && shown.isListed) setShown(null);
  }, [data, shown]);

  async function make(proof: string | null): Promise<Result<true>> {
    const made = await store.request('recoveryMake', { proof });
    if (!made.ok) return made;
    setFailure(null);
    const asked = (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % made.value.groups.length;
    setShown({ ...made.value, asked, isListed: false });
    return ok(true);
  }
  /** The first sheet of a vault at once; a further one asks who is at work. */
  async function begin(): Promise<void> {
    if (sheets.length > 0) return setAsking(true);
    if (isMaking.current) return;
    isMaking.current = true;
    const made = await make(null);
    isMaking.current = false;
    if (!made.ok) setFailure(made);
  }

  return (
    <Panel title={t('sheet.title')}>
      <div className="v-sheet">
        {failure !== null && (
          <Banner tone="danger" title={t('sheet.failed')}>
            {t(asKey(`errors.${failure.code}`), failure.detail)}
          </Banner>
        )}
        {confirmedAt !== null && shown === null && (
          <p className="v-done">
            <Icon name="done" />
            {t('sheet.done', { day: formatPartialDate(exactDay(confirmedAt), language, 'table') })}
          </p>
        )}
        {session.recovery === 'due' && shown === null && !isSample && (
          <Banner tone="warning" title={t('sheet.dueTitle')}>
            {t('sheet.dueText')}
          </Banner>
        )}
        <p className="v-text a-muted">{t(isSample ? 'sheet.notInSample' : 'sheet.why')}</p>
        {shown === null ? (
          !isSample && (
            <Choices
              isDone={confirmedAt !== null}
              hasSheet={sheets.length > 0}
              isReadOnly={session.readOnly || data === undefined}
              onMake={() => void begin()}
            />
          )
        ) : (
          <SheetShown shown={shown} onDone={() => setShown(null)} onFailure={setFailure} />
        )}
      </div>
      {isAsking && (
        <PresentDialog
          title={t('sheet.anotherTitle')}
          submit={t('sheet.makeAnother')}
          use={make}
          onDone={() => setAsking(false)}
          onClose={() => setAsking(false)}
        >
          <p>{t('sheet.anotherText')}</p>
        </PresentDialog>
      )}
    </Panel>
  );
}

interface ChoicesProps {
  readonly isDone: boolean;
  readonly hasSheet: boolean;
  readonly isReadOnly: boolean;
  readonly onMake: () => void;
}

function Choices({ isDone, hasSheet, isReadOnly, onMake }: ChoicesProps) {
  const t = useT();
  const go = useGo();
  return (
    <div className="v-row">
      <Button variant={isDone ? 'default' : 'primary'} disabled={isReadOnly} onClick={onMake}>
        {t(hasSheet ? 'sheet.makeAnother' : 'sheet.make')}
      </Button>
      {!isDone && <Button onClick={() => go({ to: 'today' })}>{t('sheet.later')}</Button>}
    </div>
  );
}

interface SheetShownProps {
  readonly shown: Shown;
  readonly onDone: () => void;
  readonly onFailure: (failure: Failure | null) => void;
}

/** The code, once: print it or save it where the person says, then type one group back. */
function SheetShown({ shown, onDone, onFailure }: SheetShownProps) {
  const t = useT();
  const language = useLanguage();
  const [isBusy, setBusy] = useState(false);

  async function bytes(): Promise<Uint8Array> {
    // As in the list of sheets, from which this one may be withdrawn.
    const day = dayAndTime(shown.madeAt, language);
    const options = {
      draft: false,
      footer: { left: '', pageOf: '' },
      date: `${new Date().toISOString().slice(0, 19)}Z`,
      tagged: true,
      pdfa: false,
      compress: true,
    };
    return renderPdf(sheetTree({ groups: shown.groups, language, day }), options);
  }
  async function send(how: 'print' | 'save'): Promise<void> {
    setBusy(true);
    try {
      const pdf = await bytes();
      const sent =
        how === 'print'
          ? await window.amparo.print.pdf({ bytes: pdf })
          : await window.amparo.files.save({ suggested: t('sheet.fileName'), kind: 'pdf', bytes: pdf });
      onFailure(sent.ok ? null : sent);
    } catch (error) {
      onFailure(toFailure(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <>
      <ol className="v-code" aria-label={t('sheet.code')}>
        {shown.groups.map((group, index) => (
          <li key={group}>
            <span>{index + 1}</span>
            <b>{group}</b>
          </li>
        ))}
      </ol>
      <div className="v-row">
        <Button variant="primary" leftIcon="print" busy={isBusy} onClick={() => void send('print')}>
          {t('sheet.print')}
        </Button>
        <Button leftIcon="save" busy={isBusy} onClick={() => void send('save')}>
          {t('sheet.save')}
        </Button>
      </div>
      <ConfirmGroup asked={shown.asked} onDone={onDone} onFailure={onFailure} />
    </>
  );
}

interface ConfirmGroupProps {
  readonly asked: number;
  readonly onDone: () => void;
  readonly onFailure: (failure: Failure) => void;
}

function ConfirmGroup({ asked, onDone, onFailure }: ConfirmGroupProps) {
  const t = useT();
  const store = useStore();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  async function confirm(event: FormEvent): Promise<void> {
    event.preventDefault();
    const answer = await store.request('recoveryConfirm', { group: asked, typed });
    if (!answer.ok) return onFailure(answer);
    setWrong(!answer.value.right);
    if (!answer.value.right) return;
    showToast({ tone: 'accent', text: t('sheet.confirmed') });
    onDone();
  }
  return (
    <form className="v-row" onSubmit={(event) => void confirm(event)}>
      <TextField
        label={t('sheet.typeGroup', { number: asked + 1 })}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        problem={isWrong ? t('sheet.wrongGroup', { number: asked + 1 }) : null}
      />
      <Button type="submit">{t('sheet.confirm')}</Button>
    </form>
  );
}
