/** Whether two papers that announce one hearing say the same about its day and hour. */
import { valueOf } from '#shared/domain/base.ts';
import type { Paper } from '#shared/domain/journey.ts';
import { datesCanAgree } from '#shared/domain/partial-date.ts';

/** True when the papers cannot both be right; a paper without a date or hour contradicts nothing. */
export function noticesDiffer(papers: readonly Paper[]): boolean {
  return papers.some((paper, index) =>
    papers.slice(index + 1).some((other) => {
      const [date, otherDate] = [valueOf(paper.hearingDateWritten), valueOf(other.hearingDateWritten)];
      const [time, otherTime] = [valueOf(paper.hearingTimeWritten), valueOf(other.hearingTimeWritten)];
      if (date !== undefined && otherDate !== undefined && !datesCanAgree(date, otherDate)) return true;
      return time !== undefined && otherTime !== undefined && time !== otherTime;
    }),
  );
}
