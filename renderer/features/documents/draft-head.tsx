/** Head of a document: title, which draft, languages, when it was saved, and what can be done with it. */
import type { TextLanguage } from '#shared/domain/date-words.ts';
import { nextVersionNumber } from '#shared/documents/draft-tree.ts';
import { isFrozen, lifeOf } from '#shared/documents/life.ts';
import { languageLabel } from '#shared/reference/languages.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { documentTitle, isHandedOver } from '#renderer/record/document-words.ts';
import { useSession } from '#renderer/store/use-store.tsx';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { useGo } from '#renderer/ui/navigate.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import { PageTitle } from '#renderer/ui/text.tsx';
import { localTime } from '#renderer/ui/use-today.ts';
import { lifeWord } from './life-words.ts';
import { printLanguages, standingVersion } from './make-pdf.ts';
import type { OpenDocument } from './use-document.ts';
import type { Output } from './use-output.ts';

interface HeadProps {
  readonly document: OpenDocument;
  readonly output: Output;
  readonly shownLanguage: TextLanguage;
}

export function DraftHead({ document, output, shownLanguage }: HeadProps) {
  const t = useT();
  const language = useLanguage();
  const go = useGo();
  const { lastSavedAt } = useSession();
  const { draft } = document.context;
  const state = lifeOf(draft);
  const version = standingVersion(draft);
  const languages = printLanguages(draft);
  const isDeclaration = draft.templateId === 'declaration';
  const canFinish = draft.templateId !== 'reminder-300' && draft.templateId !== 'phone-script';
  const isCarried = isHandedOver(draft.templateId);
  const printWord = version === null && !isCarried ? 'documents.printDraft' : 'documents.print';
  return (
    <header className="d-head">
      <div className="d-head-words">
        <LinkButton onClick={() => go({ to: 'case', caseId: draft.caseId, tab: 'documents' })}>
          {`‹ ${t('documents.toClient')}`}
        </LinkButton>
        <PageTitle>{documentTitle(draft, t)}</PageTitle>
        <Tag tone={isFrozen(state) ? 'accent' : 'neutral'} icon={isFrozen(state) ? 'lock' : undefined}>
          {version === null
            ? t('documents.draftNumber', { number: nextVersionNumber(draft) })
            : t('documents.versionState', { number: version.number, state: lifeWord(draft.templateId, state, t) })}
        </Tag>
        <Tag>{languages.map((tag) => languageLabel(tag, language)).join(' · ')}</Tag>
      </div>
      <div className="d-head-actions">
        {lastSavedAt === null ? null : (
          <span className="d-quiet">{t('documents.savedAt', { time: localTime(lastSavedAt) })}</span>
        )}
        {isDeclaration && !isFrozen(state) ? (
          <Button onClick={() => go({ to: 'readBack', draftId: draft.id })}>{t('life.step.readBack')}</Button>
        ) : null}
        <Button leftIcon="print" busy={output.busy} shortcut="Mod+P" onClick={() => void output.print(shownLanguage)}>
          {t(printWord)}
        </Button>
        {languages.length === 1 ? (
          <Button leftIcon="save" busy={output.busy} onClick={() => void output.save(shownLanguage)}>
            {t('documents.savePdf')}
          </Button>
        ) : (
          <Menu
            label={t('documents.savePdf')}
            leftIcon="save"
            items={languages.map((tag) => ({
              id: tag,
              label: languageLabel(tag, language),
              onSelect: () => void output.save(tag),
            }))}
          />
        )}
        {isFrozen(state) || !canFinish ? null : (
          <Button variant="primary" busy={output.busy} onClick={() => void output.finish()}>
            {t(isCarried ? 'documents.readyToHandOver' : 'documents.readyToSign')}
          </Button>
        )}
      </div>
    </header>
  );
}
