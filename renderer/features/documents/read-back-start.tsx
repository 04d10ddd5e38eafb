/** Before a read-back: language, in person or by telephone, and who interprets. */
import { type FormEvent, useState } from 'react';
import type { ReadBack } from '#shared/domain/draft.ts';
import { clientOf, lastReadBack } from '#shared/documents/context.ts';
import { lifeOf } from '#shared/documents/life.ts';
import { paragraphsToRead } from '#shared/documents/read-back.ts';
import { sameLanguage } from '#shared/reference/languages.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { ownLanguage } from '#renderer/record/names.ts';
import { newId } from '#renderer/store/use-store.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { LanguageField } from '#renderer/ui/language-field.tsx';
import { usePending } from '#renderer/ui/pending.ts';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { withStep } from './draft-edits.ts';
import { blankLink, type Link, RelayForm } from './relay-form.tsx';
import type { OpenDocument } from './use-document.ts';

interface Start {
  readonly language: string;
  readonly medium: ReadBack['medium'];
  readonly relay: readonly Link[];
}
const media = ['inPerson', 'telephone', 'video'] as const;

function isStart(value: unknown): value is Start {
  return typeof value === 'object' && value !== null && Array.isArray((value as Start).relay);
}

/** Interpreters as last time; otherwise one between the client's best language and Spanish, one on to English. */
function firstStart({ context }: OpenDocument): Start {
  const last = lastReadBack(context.draft);
  if (last !== null) return { language: last.language, medium: last.medium, relay: last.relay };
  const language = ownLanguage(clientOf(context) ?? undefined);
  const isSpanish = sameLanguage(language, 'es');
  const relay = isSpanish ? [blankLink('es', 'en')] : [blankLink(language, 'es'), blankLink('es', 'en')];
  return { language, medium: 'telephone', relay };
}

export function ReadBackStart({ document }: { readonly document: OpenDocument }) {
  const t = useT();
  const { context, act, mark } = document;
  const { draft, office } = context;
  const [start, setStart] = useState(() => firstStart(document));
  const [busy, setBusy] = useState(false);
  const slot = `read-back-start:${draft.id}`;
  const pending = usePending(slot, slot, (found) => {
    if (isStart(found)) setStart(found);
  });
  const change = (part: Partial<Start>): void => {
    const next = { ...start, ...part };
    setStart(next);
    pending.keep(next);
  };
  const left = paragraphsToRead(draft).length;
  const isAgain = lastReadBack(draft) !== null;
  const open = Object.values(draft.paragraphs).filter((one) => one.deleted === null && one.outOfStep !== null).length;

  const begin = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const { at, by } = mark();
    const readBack: ReadBack = {
      id: newId(),
      language: start.language,
      medium: start.medium,
      relay: start.relay.map((link) => ({ ...link, name: link.name.trim() })),
      startedAt: at,
      endedAt: null,
      ticks: {},
    };
    const saved = await act(
      'draft.readBack',
      (before) => {
        const next = { ...before, readBacks: { ...before.readBacks, [readBack.id]: readBack } };
        return lifeOf(before) === 'draft' ? withStep(next, { id: newId(), state: 'readBack', at, by }) : next;
      },
      { clears: [slot] },
    );
    if (saved) pending.drop();
    setBusy(false);
  };

  return (
    <form className="d-start" onSubmit={(event) => void begin(event)}>
      <p>{t(isAgain ? 'documents.readBack.again' : 'documents.readBack.what', { count: left })}</p>
      {open > 0 ? <Banner tone="warning">{t('documents.readBack.openPairs', { count: open })}</Banner> : null}
      <div className="d-link-fields">
        <LanguageField
          label={t('documents.readBack.language')}
          value={start.language}
          onChange={(language) => change({ language: language ?? start.language })}
        />
        <SelectField
          label={t('documents.readBack.medium')}
          value={start.medium}
          options={media.map((medium) => ({ value: medium, label: t(`documents.readBack.media.${medium}`) }))}
          onChange={(medium) => change({ medium: media.find((one) => one === medium) ?? start.medium })}
        />
      </div>
      <RelayForm relay={start.relay} office={office} onChange={(relay) => change({ relay })} />
      <div>
        <Button variant="primary" type="submit" busy={busy}>
          {t('documents.readBack.begin')}
        </Button>
      </div>
    </form>
  );
}
