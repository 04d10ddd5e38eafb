/** The papers that announced the hearing, what each says, and whether they differ. */
import type { ReactNode } from 'react';
import { valueOf } from '#shared/domain/base.ts';
import type { Paper } from '#shared/domain/journey.ts';
import { formatPartialDate } from '#shared/domain/format.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { noticesDiffer } from '#shared/rules/flags.ts';
import { tickPapers } from '#renderer/record/paper-links.ts';
import { slotOf } from '#renderer/record/slot.ts';
import { useBound } from '#renderer/record/use-bound.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Muted } from '#renderer/ui/text.tsx';
import type { HearingProps } from './hearing-page.tsx';

const announcing: readonly Paper['kind'][] = ['noticeToAppear', 'tearSheet', 'hearingNotice', 'other'];

export function AnnouncedBy({ file, scope }: HearingProps): ReactNode {
  const t = useT();
  const language = useLanguage();
  const slot = slotOf(scope, 'announcedBy');
  // Each paper that is ticked or unticked names the hearing, or no longer does, in the same commit.
  const { value: chosen, write } = useBound(slot, (next, now) => tickPapers(now, scope.record.id, next));
  const papers = Object.values(file.papers).filter(
    (paper) => paper.deleted === null && (announcing.includes(paper.kind) || chosen.includes(paper.id)),
  );
  if (papers.length === 0) return <Muted>{t('hearing.papersNone')}</Muted>;
  const differ = noticesDiffer(file, scope.record, language);
  return (
    <>
      {differ === null ? null : <Banner tone="warning">{t('flags.noticesDiffer', differ.vars)}</Banner>}
      <div className="r-checks">
        {papers.map((paper) => (
          <Checkbox
            key={paper.id}
            label={<PaperSays paper={paper} />}
            checked={chosen.includes(paper.id)}
            onChange={(checked) => write(checked ? [...chosen, paper.id] : chosen.filter((one) => one !== paper.id))}
          />
        ))}
      </div>
    </>
  );
}

function PaperSays({ paper }: { readonly paper: Paper }): ReactNode {
  const t = useT();
  const language = useLanguage();
  const date = valueOf(paper.hearingDateWritten);
  const time = valueOf(paper.hearingTimeWritten);
  const what = [date === undefined ? '' : formatPartialDate(date, language, 'table'), time ?? ''].filter(Boolean);
  return t('hearing.differLine', {
    paper: paper.title || t(`paper.kind.${paper.kind}`),
    what: what.length === 0 ? t('hearing.writtenNothing') : what.join(' · '),
  });
}
