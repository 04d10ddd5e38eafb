/** One proposal: the type, its definition, the facts that triggered it, and three ways to decide. */
import { type ReactNode, useId, useState } from 'react';
import { irregularityDefinition, irregularityLabel, irregularityTypes } from '#shared/reference/irregularities.ts';
import { type Finding, whyVars } from '#shared/rules/finding.ts';
import { asKey, useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';

interface ProposalProps {
  readonly finding: Finding;
  readonly onAccept: () => void;
  readonly onDrop: () => void;
  readonly onChange: (type: string) => void;
}

export function Proposal({ finding, onAccept, onDrop, onChange }: ProposalProps): ReactNode {
  const t = useT();
  const language = useLanguage();
  const titleId = useId();
  const [isChanging, setChanging] = useState(false);
  return (
    <section className="fear-proposal" aria-labelledby={titleId}>
      <div className="fear-proposal-head">
        <h2 id={titleId}>{irregularityLabel(finding.type, language)}</h2>
      </div>
      <p className="fear-definition">{irregularityDefinition(finding.type, language)}</p>
      <div className="fear-because">
        {finding.whys.map((why) => (
          <p key={JSON.stringify(why)}>{`${t('fear.addsUp.because')}: ${t(asKey(why.key), whyVars(why, language))}`}</p>
        ))}
      </div>
      <div className="fear-proposal-foot">
        {isChanging ? (
          <SelectField
            label={t('fear.addsUp.type')}
            value={null}
            searchable
            options={irregularityTypes
              .filter((entry) => entry.code !== finding.type)
              .map((entry) => ({ value: entry.code, label: entry.name[language] }))}
            onChange={(type) => type !== null && onChange(type)}
          />
        ) : (
          <>
            <Button variant="primary" size="sm" leftIcon="check" onClick={onAccept}>
              {t('fear.addsUp.accept')}
            </Button>
            <Button size="sm" onClick={() => setChanging(true)}>
              {t('fear.addsUp.change')}
            </Button>
            <Button size="sm" variant="quiet" onClick={onDrop}>
              {t('fear.addsUp.drop')}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}
