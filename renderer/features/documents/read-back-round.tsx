/** One paragraph at a time, large, both languages: tick it, or correct it and go on. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { DraftFile, DraftParagraph, ReadBack } from '#shared/domain/draft.ts';
import type { Side } from '#shared/documents/build/sentences.ts';
import { paragraphsInOrder } from '#shared/documents/content-hash.ts';
import { settlePair } from '#shared/documents/draft.ts';
import {
  isTranslated,
  mayTick,
  paragraphsToRead,
  readHash,
  signedSide,
  tickParagraph,
} from '#shared/documents/read-back.ts';
import { languageLabel } from '#shared/reference/languages.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { InlineText } from './row-text.tsx';
import { SideEditor } from './side-editor.tsx';
import type { OpenDocument } from './use-document.ts';
import { type EditingHandle, useEditing } from './use-editing.ts';

interface RoundProps {
  readonly document: OpenDocument;
  readonly readBack: ReadBack;
}

export function ReadBackRound({ document: { context, act, mark }, readBack }: RoundProps) {
  const t = useT();
  const { draft } = context;
  const handle = useEditing(draft, act, mark);
  const button = useRef<HTMLButtonElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const rows = paragraphsInOrder(draft).filter((row) => row.kind !== 'heading');
  const left = paragraphsToRead(draft);
  const held = handle.editing?.paragraphId ?? chosen;
  const row = rows.find((one) => one.id === held) ?? left[0];
  const shownHash = useFirstHash(draft, row);
  // What is read stands first: on the second route the signed text, beside its translation.
  const first = isTranslated(draft) ? signedSide(draft) : 'en';
  const second: Side = first === 'en' ? 'es' : 'en';

  const isOpen = row !== undefined && row.outOfStep !== null;
  const isHeld = row !== undefined && !mayTick(draft, row);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys go to what each new paragraph or state asks for
  useEffect(() => {
    if (handle.editing !== null) return;
    const settle = document.querySelector<HTMLElement>('.d-round-open button');
    (isHeld ? (settle ?? button.current) : button.current)?.focus();
  }, [row?.id, isHeld, handle.editing === null]);

  if (row === undefined) return <EndRound act={act} readBack={readBack} />;
  const at = rows.indexOf(row);
  const isRead = !left.some((one) => one.id === row.id);
  const go = (to: number): void => setChosen(rows[to]?.id ?? null);
  const tick = (): void => {
    if (isHeld) return;
    const { at: instant } = mark();
    const id = row.id;
    const isCorrected = shownHash.current !== readHash(draft, row);
    void act('draft.readBack', (before) => {
      const [round, paragraph] = [before.readBacks[readBack.id], before.paragraphs[id]];
      if (!round || !paragraph) return before;
      const ticked = tickParagraph(before, round, paragraph, instant, isCorrected);
      return { ...before, readBacks: { ...before.readBacks, [round.id]: ticked } };
    });
    setChosen(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (handle.editing !== null || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowLeft') go(Math.max(0, at - 1));
    else if (event.key === 'ArrowRight') go(Math.min(rows.length - 1, at + 1));
    else if (event.key === '1') handle.open(row.id, first, 'end');
    else if (event.key === '2') handle.open(row.id, second, 'end');
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens to the keys of the buttons inside
    <div className="d-round" onKeyDown={onKeyDown}>
      <p className="d-round-at" aria-live="polite">
        {t('documents.readBack.at', { number: at + 1, total: rows.length, count: left.length })}
        {isRead ? (
          <Tag tone="accent" icon="done">
            {t('documents.readBack.read')}
          </Tag>
        ) : null}
      </p>
      <div className="d-round-pair">
        <RoundSide row={row} side={first} handle={handle} isTranslation={isTranslated(draft) ? false : null} />
        <RoundSide row={row} side={second} handle={handle} isTranslation={isTranslated(draft) ? true : null} />
      </div>
      {isOpen ? (
        <p className="d-round-open">
          <Tag tone="warning" icon="language">
            {t(row.outOfStep === 'en' ? 'documents.row.outOfStepEs' : 'documents.row.outOfStepEn')}
          </Tag>
          {t(isHeld ? 'documents.readBack.pairOpen' : 'documents.readBack.translationLater')}
          <LinkButton onClick={() => void act('draft.pairSettled', (before) => settlePair(before, row.id))}>
            {t('documents.row.settle')}
          </LinkButton>
        </p>
      ) : null}
      <div className="d-round-foot">
        <Button leftIcon="back" disabled={at === 0} onClick={() => go(at - 1)}>
          {t('ui.back')}
        </Button>
        <Button ref={button} variant="primary" leftIcon="check" disabled={isHeld} onClick={tick}>
          {t('documents.readBack.tick')}
        </Button>
        <Button leftIcon="forward" disabled={at === rows.length - 1} onClick={() => go(at + 1)}>
          {t('documents.readBack.skip')}
        </Button>
        <span className="d-quiet">
          {t(first === 'en' ? 'documents.readBack.keys' : 'documents.readBack.keysSpanishFirst')}
        </span>
      </div>
    </div>
  );
}

/** What the paragraph said when it came on screen: a tick after a change is a corrected one. */
function useFirstHash(draft: DraftFile, row: DraftParagraph | undefined) {
  const first = useRef('');
  const seen = useRef<string | null>(null);
  if (row !== undefined && seen.current !== row.id) {
    seen.current = row.id;
    first.current = readHash(draft, row);
  }
  return first;
}

function RoundSide({
  row,
  side,
  handle,
  isTranslation,
}: {
  readonly row: DraftParagraph;
  readonly side: Side;
  readonly handle: EditingHandle;
  /** Null where English is signed and read through the other column. */
  readonly isTranslation: boolean | null;
}) {
  const t = useT();
  const screen = useLanguage();
  const word = t(side === 'en' ? 'documents.english' : 'documents.spanish');
  const note = t(isTranslation === true ? 'documents.readBack.translation' : 'documents.readBack.signed');
  const inlines = row.sides[side]?.inlines ?? [];
  const { editing } = handle;
  return (
    <section className="d-round-side" aria-label={word}>
      <div className="d-round-head">
        <h2>
          {word} {isTranslation === null ? null : <Tag tone={isTranslation ? 'neutral' : 'accent'}>{note}</Tag>}
        </h2>
        <Button size="sm" variant="quiet" leftIcon="edit" onClick={() => handle.open(row.id, side, 'end')}>
          {t('documents.readBack.correct', { language: languageLabel(side, screen) })}
        </Button>
      </div>
      {editing?.paragraphId === row.id && editing.side === side ? (
        <SideEditor
          paragraph={row}
          side={side}
          label={word}
          slot={handle.slot}
          recovered={editing.recovered}
          caret={editing.caret}
          onType={handle.type}
          onLeave={handle.leave}
          canJoin={false}
          onJoin={() => undefined}
          onGo={(doc) => handle.leave(doc)}
        />
      ) : (
        <p className="d-round-text" lang={side}>
          {inlines.length > 0 ? (
            <InlineText inlines={inlines} />
          ) : (
            <span className="d-empty">{t('documents.row.empty')}</span>
          )}
        </p>
      )}
    </section>
  );
}

function EndRound({ act, readBack }: { readonly act: OpenDocument['act']; readonly readBack: ReadBack }) {
  const t = useT();
  const end = (): void => {
    const endedAt = new Date().toISOString();
    void act('draft.readBack', (before) => {
      const round = before.readBacks[readBack.id];
      return round ? { ...before, readBacks: { ...before.readBacks, [round.id]: { ...round, endedAt } } } : before;
    });
  };
  return (
    <div className="d-round">
      <p className="d-round-done">{t('documents.readBack.allRead')}</p>
      <div>
        <Button variant="primary" autoFocus onClick={end}>
          {t('documents.readBack.end')}
        </Button>
      </div>
    </div>
  );
}
