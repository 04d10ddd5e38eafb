/** The court of a hearing: a court of the reference by its code, or a name as it was typed. */
import type { ReactNode } from 'react';
import type { Answer, Place } from '#shared/domain/base.ts';
import { placeByCode } from '#shared/reference/places.ts';
import { pendingName, type Slot } from '#renderer/record/slot.ts';
import { useBound } from '#renderer/record/use-bound.ts';
import { PlaceField } from '#renderer/ui/place-field.tsx';

function asPlace(court: Answer<string>): Answer<Place> {
  if (court.status !== 'answered') return court;
  const entry = placeByCode(court.value);
  const place = entry === null ? { code: null, text: court.value, country: null } : courtPlace(entry.code);
  return { status: 'answered', value: place };
}

function courtPlace(code: string): Place {
  return { code, text: '', country: 'US' };
}

export function CourtField({
  slot,
  label,
}: {
  readonly slot: Slot<Answer<string>>;
  readonly label: string;
}): ReactNode {
  const { value, write } = useBound(slot);
  return (
    <PlaceField
      label={label}
      kinds={['court']}
      value={asPlace(value)}
      onChange={(answer) =>
        write(
          answer.status === 'answered'
            ? { status: 'answered', value: answer.value.code ?? answer.value.text }
            : { status: answer.status },
        )
      }
      data-slot={pendingName(slot)}
    />
  );
}
