/** Before a read-back: language, in person or by telephone, and who interprets or reads. */
import { type FormEvent, useState } from 'react';
import type { Id } from '#shared/domain/base.ts';
import type { DraftFile, ReadBack } from '#shared/domain/draft.ts';
import { paragraphsInOrder } from '#shared/documents/content-hash.ts';
import { clientOf, lastReadBack } from '#shared/documents/context.ts';
import { lifeOf } from '#shared/documents/life.ts';
import { mayTick, needsReadBack, paragraphsToRead, signedTag } from '#shared/documents/read-back.ts';
import { languageLabel } from '#shared/reference/languages.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { ownLanguage } from '#renderer/record/names.ts';
import { newId, useSession } from '#renderer/store/use-store.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { LanguageField } from '#renderer/ui/language-field.tsx';
import { usePending } from '#renderer/ui/pending.ts';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { withStep } from './draft-edits.ts';
import { blankRelay, type Link, type Reader, RelayForm } from './relay-form.tsx';
import type { OpenDocument } from './use-document.ts';

interface Start {
  readonly language: string;
  readonly medium: ReadBack['medium'];
  readonly relay: readonly Link[];
  readonly reader: Reader;
}
const media = ['inPerson', 'telephone', 'video'] as const;

function isStart(value: unknown): value is Start {
  return typeof value === 'object' && value !== null && Array.isArray((value as Start).relay);
}

/** As last time; otherwise in the client's best language, read by whoever works here when nobody has to interpret. */
function firstStart({ context: { draft, file, office } }: OpenDocument, memberId: Id): Start {
  const last = lastReadBack(draft);
  if (last !== null) return { language: last.language, medium: last.medium, relay: last.relay, reader: last.reader };
  const language = ownLanguage(clientOf({ draft, file }) ?? undefined);
  const reader = { name: office?.members[memberId]?.name ?? '' };
  return { language, medium: 'telephone', relay: blankRelay(draft, language), reader };
}

/** Interpreters that somebody typed stay when the language changes; blank ones are made for the new language. */
function inLanguage(draft: DraftFile, start: Start, language: string): Partial<Start> {
  const isTyped = start.relay.some((link) => link.name.trim() !== '');
  return isTyped ? { language } : { language, relay: blankRelay(draft, language) };
}

export function ReadBackStart({ document }: { readonly document: OpenDocument }) {
  const t = useT();
  const { context, act, mark } = document;
  const { draft, office } = context;
  const { memberId } = useSession();
  const [start, setStart] = useState(() => firstStart(document, memberId));
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
  const person = clientOf(context);
  const screenLanguage = useLanguage();
  const open = paragraphsInOrder(draft).filter((one) => !mayTick(draft, one)).length;

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
      reader: start.relay.length === 0 && start.reader !== null ? { name: start.reader.name.trim() } : null,
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
      {person !== null && !needsReadBack(draft, person) ? (
        <Banner tone="info">
          {t('documents.readBack.readsWell', { language: languageLabel(signedTag(draft), screenLanguage) })}
        </Banner>
      ) : null}
      {open > 0 ? <Banner tone="warning">{t('documents.readBack.openPairs', { count: open })}</Banner> : null}
      <div className="d-link-fields">
        <LanguageField
          label={t('documents.readBack.language')}
          value={start.language}
          onChange={(language) => change(inLanguage(draft, start, language ?? start.language))}
        />
        <SelectField
          label={t('documents.readBack.medium')}
          value={start.medium}
          options={media.map((medium) => ({ value: medium, label: t(`documents.readBack.media.${medium}`) }))}
          onChange={(medium) => change({ medium: media.find((one) => one === medium) ?? start.medium })}
        />
      </div>
      <RelayForm
        draft={draft}
        language={start.language}
        relay={start.relay}
        reader={start.reader}
        office={office}
        onChange={(relay) => change({ relay })}
        onReader={(reader) => change({ reader })}
      />
      <div>
        <Button variant="primary" type="submit" busy={busy}>
          {t('documents.readBack.begin')}
        </Button>
      </div>
    </form>
  );
}
