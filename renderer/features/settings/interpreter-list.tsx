import { useState } from 'react';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { useBound } from '#renderer/record/use-bound.ts';
import { markNow, newId, recordedNow, useSession } from '#renderer/store/use-store.tsx';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { LanguageField } from '#renderer/ui/language-field.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { type Interpreter, interpreter as interpreterSchema, type OfficeFile } from '#shared/domain/office.ts';
import { languageLabel } from '#shared/reference/languages.ts';
import { OfficeField } from './office-field.tsx';
import { OfficeList, useOfficeWrite } from './office-list.tsx';

interface InterpreterListProps {
  readonly office: OfficeFile;
  readonly isReadOnly: boolean;
}

/** Interpreters and translators, with what their certificates print. */
export function InterpreterList({ office, isReadOnly }: InterpreterListProps) {
  const t = useT();
  const language = useLanguage();
  const session = useSession();
  const write = useOfficeWrite(office.id);
  const pairText = (one: Interpreter): string =>
    one.pairs.map((pair) => `${languageLabel(pair.from, language)} → ${languageLabel(pair.to, language)}`).join(', ');

  async function add(): Promise<string> {
    const id = newId();
    const made = interpreterSchema.parse({ id, name: '', recorded: recordedNow(session), deleted: null });
    await write(['interpreters', id], made, 'office.interpreterAdded');
    return id;
  }
  function remove(one: Interpreter): void {
    void write(['interpreters', one.id, 'deleted'], markNow(session), 'office.interpreterRemoved');
  }

  return (
    <OfficeList
      title={t('settings.interpreters')}
      entries={Object.values(office.interpreters).filter((one) => one.deleted === null)}
      none={t('settings.noInterpreters')}
      addLabel={t('settings.addInterpreter')}
      canAdd={!isReadOnly}
      onAdd={add}
      marks={(one) => one.pairs.length > 0 && <Tag icon="language">{pairText(one)}</Tag>}
      fields={(one) => (
        <InterpreterFields officeId={office.id} one={one} isReadOnly={isReadOnly} onRemove={() => remove(one)} />
      )}
    />
  );
}

interface InterpreterFieldsProps {
  readonly officeId: string;
  readonly one: Interpreter;
  readonly isReadOnly: boolean;
  readonly onRemove: () => void;
}

function InterpreterFields({ officeId, one, isReadOnly, onRemove }: InterpreterFieldsProps) {
  const t = useT();
  const base = ['interpreters', one.id];
  const { value: pairs, write: writePairs } = useBound({
    fileId: officeId,
    path: [...base, 'pairs'],
    value: one.pairs,
    act: 'office.interpreterChanged',
  });
  const shared = { officeId, isReadOnly, change: 'office.interpreterChanged' } as const;
  return (
    <div className="o-open">
      <div className="o-grid">
        <OfficeField {...shared} label={t('settings.name')} path={[...base, 'name']} value={one.name} />
        <OfficeField {...shared} label={t('settings.phone')} path={[...base, 'phone']} value={one.phone} type="tel" />
        <OfficeField {...shared} label={t('settings.address')} path={[...base, 'address']} value={one.address} />
      </div>
      <OfficeField
        {...shared}
        label={t('settings.competence')}
        help={t('settings.competenceHelp')}
        path={[...base, 'competence']}
        value={one.competence}
      />
      <PairList pairs={pairs} isReadOnly={isReadOnly} onChange={writePairs} />
      {!isReadOnly && (
        <div>
          <Button variant="danger" size="sm" onClick={onRemove}>
            {t('settings.removeInterpreter')}
          </Button>
        </div>
      )}
    </div>
  );
}

interface PairListProps {
  readonly pairs: Interpreter['pairs'];
  readonly isReadOnly: boolean;
  readonly onChange: (pairs: Interpreter['pairs']) => void;
}

/** From which language into which; a new pair is kept once both are chosen. */
function PairList({ pairs, isReadOnly, onChange }: PairListProps) {
  const t = useT();
  const language = useLanguage();
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const canAdd = from !== null && to !== null && from !== to;
  return (
    <div className="o-pairs">
      <ul className="o-tags">
        {pairs.map((pair) => {
          const label = `${languageLabel(pair.from, language)} → ${languageLabel(pair.to, language)}`;
          return (
            <li key={label} className="o-pair">
              <Tag>{label}</Tag>
              {!isReadOnly && (
                <IconButton
                  label={t('settings.removePair', { pair: label })}
                  icon="close"
                  onClick={() => onChange(pairs.filter((other) => other !== pair))}
                />
              )}
            </li>
          );
        })}
      </ul>
      {!isReadOnly && (
        <div className="o-pair-new">
          <LanguageField label={t('settings.from')} value={from} onChange={setFrom} />
          <LanguageField label={t('settings.to')} value={to} onChange={setTo} />
          <Button
            disabled={!canAdd}
            onClick={() => {
              if (from === null || to === null) return;
              onChange([...pairs, { from, to }]);
              setFrom(null);
              setTo(null);
            }}
          >
            {t('settings.addPair')}
          </Button>
        </div>
      )}
    </div>
  );
}
