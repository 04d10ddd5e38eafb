/** Records that could be the same person, side by side with what is being typed, and why. It blocks nothing. */
import { type ReactNode, useEffect, useState } from 'react';
import type { Id } from '#shared/domain/base.ts';
import { parseANumber } from '#shared/domain/a-number.ts';
import { formatANumber, formatPartialDate } from '#shared/domain/format.ts';
import { placeShort } from '#shared/reference/places.ts';
import { languageLabel } from '#shared/reference/languages.ts';
import { asKey, useLanguage, useT } from '#renderer/i18n/i18n.ts';
import type { DuplicateHit } from '#renderer/store/contract.ts';
import { useCase, useQuery } from '#renderer/store/use-store.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { useGo } from '#renderer/ui/navigate.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import { Mono, SectionTitle } from '#renderer/ui/text.tsx';
import type { Typed } from './person-row.tsx';

/** The last value that stood still for a moment: one question per pause, not per key. */
function useSettled<T>(value: T, delay: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delay);
    return () => clearTimeout(timer);
  }, [value, delay]);
  return settled;
}

export function DuplicatePanel(props: { readonly caseId: Id; readonly typed: Typed | null }): ReactNode {
  const t = useT();
  const typed = useSettled(props.typed, 250);
  const digits = typed === null ? null : parseANumber(typed.aNumber);
  const aNumber = digits?.ok === true ? digits.value : '';
  const isWorth = typed !== null && (typed.name.length > 2 || aNumber !== '');
  const { data } = useQuery(
    'duplicates',
    {
      personId: typed?.personId ?? null,
      names: typed === null || typed.name === '' ? [] : [typed.name],
      aNumber,
      birth: typed?.birth ?? '',
    },
    { enabled: isWorth },
  );
  const hits = (data ?? []).filter((hit) => hit.caseId !== props.caseId);
  return (
    <section className="r-side-part" aria-live="polite">
      <SectionTitle>{t('family.duplicates')}</SectionTitle>
      {typed === null || hits.length === 0 ? (
        <p className="r-box r-box-quiet">{t('family.duplicatesNone')}</p>
      ) : (
        hits.slice(0, 3).map((hit) => <Hit key={hit.personId} hit={hit} typed={typed} aNumber={aNumber} />)
      )}
    </section>
  );
}

function Hit(props: { readonly hit: DuplicateHit; readonly typed: Typed; readonly aNumber: string }): ReactNode {
  const t = useT();
  const language = useLanguage();
  const go = useGo();
  const { hit, typed } = props;
  const { row } = hit;
  const { file } = useCase(hit.caseId);
  const known = file?.people[hit.personId]?.birth.date;
  const birth = known?.status === 'answered' ? formatPartialDate(known.value, language, 'table') : '';
  const lines = [
    { label: t('family.cell.name'), here: typed.name, there: row.name },
    {
      label: t('family.cell.aNumber'),
      here: props.aNumber === '' ? '' : formatANumber(props.aNumber),
      there: row.aNumber === '' ? '' : formatANumber(row.aNumber),
    },
    { label: t('family.cell.born'), here: typed.birthShown, there: birth },
    {
      label: t('family.cell.languages'),
      here: '',
      there: row.languages.map((tag) => languageLabel(tag, language)).join(', '),
    },
    { label: t('family.cell.place'), here: '', there: placeShort(row.placeNow, language) },
    { label: t('family.cell.file'), here: '', there: row.officeNumber },
  ].filter((line) => line.here !== '' || line.there !== '');
  return (
    <div className="r-box">
      <div className="r-row">
        {hit.reasons.map((reason) => (
          <Tag key={reason} tone="warning" icon="warning">
            {t(asKey(`duplicate.${reason}`))}
          </Tag>
        ))}
      </div>
      <table className="family-compare">
        <thead>
          <tr>
            <td />
            <th scope="col">{t('family.duplicateThis')}</th>
            <th scope="col">{t('family.duplicateThat')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.label}>
              <th scope="row">{line.label}</th>
              <td>
                <Mono>{line.here || '–'}</Mono>
              </td>
              <td>
                <Mono>{line.there || '–'}</Mono>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="r-row">
        <Button size="sm" onClick={() => go({ to: 'person', caseId: hit.caseId, personId: hit.personId })}>
          {t('family.duplicateOpen')}
        </Button>
        <span className="r-quiet">{t('family.duplicateGoOn')}</span>
      </div>
    </div>
  );
}
