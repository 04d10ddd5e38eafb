/** Irregularities that papers, hearings, stays, separations and nationalities propose; decided here, with their fact. */
import type { ReactNode } from 'react';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { type Irregularity, irregularity } from '#shared/domain/fear.ts';
import { liveFacts, peopleInOrder } from '#shared/domain/people.ts';
import { irregularityDefinition, irregularityLabel } from '#shared/reference/irregularities.ts';
import { standsAlone } from '#shared/rules/completeness.ts';
import { type Finding, whyVars } from '#shared/rules/finding.ts';
import { findAll, linkOf, openFindings } from '#shared/rules/triggers.ts';
import { asKey, useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { useOnce } from '#renderer/record/use-once.ts';
import { useSetValue } from '#renderer/store/use-field.ts';
import { markNow, newId, recordedNow, useSession } from '#renderer/store/use-store.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { SectionTitle } from '#renderer/ui/text.tsx';

export function OtherProposals({ file }: { readonly file: CaseFile }): ReactNode {
  const t = useT();
  const language = useLanguage();
  const session = useSession();
  const setValue = useSetValue(file.id);
  const findings = findAll(file).filter((finding) => finding.at.collection !== 'fearEvents');
  const open = openFindings(file, findings);
  const decided = liveFacts(file, 'irregularities').filter(
    (one) => one.fearEventId === null && one.decision !== 'dropped' && !standsAlone(one),
  );
  const keyOf = (finding: Finding): string => `${finding.type}/${finding.at.id}`;
  const once = useOnce(open.map(keyOf));
  if (open.length + decided.length === 0) return null;

  function decide(finding: Finding, decision: Irregularity['decision']): void {
    const id = newId();
    const everybody = peopleInOrder(file).map((person) => person.id);
    const fact = irregularity.parse({
      id,
      type: finding.type,
      about: finding.people.length > 0 ? finding.people : everybody,
      triggers: finding.triggers,
      decision,
      ...linkOf(finding.at),
      recorded: recordedNow(session),
    });
    once(keyOf(finding), () => setValue(['irregularities', id], fact, 'irregularity.changed'));
  }

  return (
    <section className="r-part">
      <SectionTitle>{t('client.otherProposals')}</SectionTitle>
      <ul className="client-rows">
        {open.map((finding) => (
          <li className="client-row" key={keyOf(finding)}>
            <div className="client-line-head">
              <strong>{irregularityLabel(finding.type, language)}</strong>
            </div>
            <p className="client-line-detail">{irregularityDefinition(finding.type, language)}</p>
            {finding.whys.map((why) => (
              <p
                key={JSON.stringify(why)}
              >{`${t('fear.addsUp.because')}: ${t(asKey(why.key), whyVars(why, language))}`}</p>
            ))}
            <div className="r-row">
              <Button size="sm" variant="primary" leftIcon="check" onClick={() => decide(finding, 'accepted')}>
                {t('fear.addsUp.accept')}
              </Button>
              <Button size="sm" variant="quiet" onClick={() => decide(finding, 'dropped')}>
                {t('fear.addsUp.drop')}
              </Button>
            </div>
          </li>
        ))}
        {decided.map((one) => (
          <li className="client-row" key={one.id}>
            <div className="client-line-head">
              <strong>{irregularityLabel(one.type, language)}</strong>
              <Tag tone="accent" icon="check">
                {t(`fear.addsUp.${one.decision}`)}
              </Tag>
              <Button
                size="sm"
                variant="quiet"
                leftIcon="refresh"
                onClick={() =>
                  void setValue(['irregularities', one.id, 'deleted'], markNow(session), 'irregularity.changed')
                }
              >
                {t('fear.addsUp.undo')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
