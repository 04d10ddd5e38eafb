/** "May not belong in MPP": the fact and the rule behind the flag. A flag, never a finding. */
import { type ReactNode, useState } from 'react';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { exclusions, vulnerabilityByCode, vulnerabilityLabel } from '#shared/reference/programme.ts';
import { type Flag, mayNotBelong } from '#shared/rules/flags.ts';
import { asKey, useLanguage, useT } from '#renderer/i18n/i18n.ts';
import type { NamedPerson } from '#renderer/record/names.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { LinkButton } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { KeyValue } from '#renderer/ui/data-list.tsx';
import { Muted } from '#renderer/ui/text.tsx';

/** The facts behind a flag as sentences. */
function useFactWords(): (flag: Flag) => string {
  const t = useT();
  const language = useLanguage();
  return (flag) =>
    flag.whys
      .map((why) => {
        const code = why.vars.code;
        const vars = typeof code === 'string' ? { ...why.vars, code: vulnerabilityLabel(code, language) } : why.vars;
        return t(asKey(why.key), vars);
      })
      .join(' ');
}

/** The text of a rule in the reference, with its source. */
function useRuleWords(): (rule: string) => string {
  const language = useLanguage();
  return (rule) => {
    const exclusion = exclusions.find((entry) => entry.id === rule);
    if (exclusion !== undefined) return `${exclusion.text[language]} (${exclusion.source})`;
    const category = vulnerabilityByCode(rule);
    return category === null ? rule : `${category.rule[language]} (${category.source})`;
  };
}

export function BelongBanner(props: { readonly file: CaseFile; readonly person: NamedPerson | undefined }): ReactNode {
  const t = useT();
  const facts = useFactWords();
  const [isOpen, setOpen] = useState(false);
  const all = mayNotBelong(props.file);
  const own = all.filter((flag) => props.person !== undefined && flag.people.includes(props.person.id));
  const flags = own.length > 0 ? own : all;
  const first = flags[0];
  if (first === undefined) return null;
  return (
    <>
      <Banner tone="warning" title={t('client.mayNotBelong')}>
        {facts(first)} <LinkButton onClick={() => setOpen(true)}>{t('client.why')}</LinkButton>
      </Banner>
      <Dialog title={t('client.whyTitle')} opened={isOpen} onClose={() => setOpen(false)} size="lg">
        <div className="r-stack">
          {all.map((flag) => (
            <WhyOf key={JSON.stringify([flag.people, flag.rules, flag.at])} flag={flag} />
          ))}
          <Muted>{t('client.whyJudge')}</Muted>
        </div>
      </Dialog>
    </>
  );
}

function WhyOf({ flag }: { readonly flag: Flag }): ReactNode {
  const t = useT();
  const facts = useFactWords();
  const rule = useRuleWords();
  return (
    <div className="client-why">
      <KeyValue
        items={[
          { label: t('client.whyFact'), value: [flag.vars.name, facts(flag)].filter(Boolean).join(': ') },
          { label: t('client.whyRule'), value: flag.rules.map(rule).join(' ') },
        ]}
      />
    </div>
  );
}
