/** The interpreters of a read-back in order: each passes the words from one language to the next. */
import type { DraftFile, ReadBack } from '#shared/domain/draft.ts';
import type { OfficeFile } from '#shared/domain/office.ts';
import { relayLanguages, signedTag } from '#shared/documents/read-back.ts';
import { languageLabel, sameLanguage } from '#shared/reference/languages.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { LanguageField } from '#renderer/ui/language-field.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextArea, TextField } from '#renderer/ui/text-field.tsx';

export type Link = ReadBack['relay'][number];

export function blankLink(from: string, to: string): Link {
  return { interpreterId: null, name: '', from, to, competence: '', address: '', phone: '' };
}

/** Interpreters still to be named for a read-back in a language; nobody when it is the document's own. */
export function blankRelay(draft: DraftFile, language: string): Link[] {
  return relayLanguages(draft, language).map(([from, to]) => blankLink(from, to));
}

export type Reader = ReadBack['reader'];

interface RelayFormProps {
  readonly draft: DraftFile;
  /** The language in which it is read. */
  readonly language: string;
  readonly relay: readonly Link[];
  readonly reader: Reader;
  readonly onReader: (reader: Reader) => void;
  readonly office: OfficeFile | null;
  readonly onChange: (relay: Link[]) => void;
}

export function RelayForm(props: RelayFormProps) {
  const { draft, language: readIn, relay, reader, office, onChange, onReader } = props;
  const t = useT();
  const language = useLanguage();
  const signed = signedTag(draft);
  const isOwn = sameLanguage(readIn, signed);
  const known = Object.values(office?.interpreters ?? {}).filter((one) => one.deleted === null);
  const set = (index: number, part: Partial<Link>): void =>
    onChange(relay.map((link, at) => (at === index ? { ...link, ...part } : link)));
  const choose = (index: number, id: string | null): void => {
    const one = known.find((entry) => entry.id === id);
    if (one === undefined) set(index, { interpreterId: null });
    else {
      const { name, address, phone, competence } = one;
      set(index, { interpreterId: one.id, name, address, phone, competence });
    }
  };
  return (
    <div className="d-relay">
      {isOwn && relay.length === 0 ? (
        <fieldset className="d-link">
          <legend>{t('documents.readBack.reader', { language: languageLabel(signed, language) })}</legend>
          <div className="d-link-fields">
            <TextField
              label={t('documents.readBack.readerName')}
              help={t('documents.readBack.readerHelp')}
              value={reader?.name ?? ''}
              onChange={(event) => onReader({ name: event.target.value })}
            />
          </div>
        </fieldset>
      ) : null}
      {relay.map((link, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a link of the relay is its place in it
        <fieldset key={index} className="d-link">
          <legend>
            {t('documents.readBack.interpreter', {
              number: index + 1,
              from: languageLabel(link.from, language),
              to: languageLabel(link.to, language),
            })}
          </legend>
          <div className="d-link-fields">
            {known.length > 0 ? (
              <SelectField
                label={t('documents.readBack.known')}
                value={link.interpreterId}
                options={known.map((one) => ({ value: one.id, label: one.name }))}
                placeholder={t('documents.readBack.other')}
                clearable
                onChange={(id) => choose(index, id)}
              />
            ) : null}
            <TextField
              label={t('documents.translator.name')}
              value={link.name}
              onChange={(event) => set(index, { name: event.target.value, interpreterId: null })}
            />
            <LanguageField
              label={t('documents.readBack.from')}
              value={link.from}
              onChange={(tag) => set(index, { from: tag ?? link.from })}
            />
            <LanguageField
              label={t('documents.readBack.to')}
              value={link.to}
              onChange={(tag) => set(index, { to: tag ?? link.to })}
            />
            <TextField
              label={t('documents.translator.phone')}
              value={link.phone}
              type="tel"
              onChange={(event) => set(index, { phone: event.target.value })}
            />
            <TextField
              label={t('documents.translator.address')}
              value={link.address}
              onChange={(event) => set(index, { address: event.target.value })}
            />
            <div className="d-link-wide">
              <TextArea
                label={t('documents.translator.competence')}
                help={t('documents.readBack.competenceHelp')}
                minRows={2}
                value={link.competence}
                onChange={(event) => set(index, { competence: event.target.value })}
              />
            </div>
          </div>
          {relay.length > 1 || isOwn ? (
            <IconButton
              label={t('documents.readBack.removeLink', { number: index + 1 })}
              icon="remove"
              onClick={() => onChange(relay.filter((_link, at) => at !== index))}
            />
          ) : null}
        </fieldset>
      ))}
      <div>
        <Button
          size="sm"
          leftIcon="add"
          onClick={() => onChange([...relay, blankLink(relay.at(-1)?.to ?? readIn, signed)])}
        >
          {t(relay.length === 0 ? 'documents.readBack.addFirst' : 'documents.readBack.addLink')}
        </Button>
      </div>
    </div>
  );
}
