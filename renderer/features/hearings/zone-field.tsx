/** The clock on which an hour is read: the zones of the places of this border, named by a city. */
import type { ReactNode } from 'react';
import { placesOfKind } from '#shared/reference/places.ts';
import type { UiLanguage } from '#shared/domain/date-words.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { zonePlaces } from '#renderer/record/zone-city.ts';
import type { Slot } from '#renderer/record/slot.ts';
import { useBound } from '#renderer/record/use-bound.ts';
import { SelectField } from '#renderer/ui/select-field.tsx';

export function zoneOptions(language: UiLanguage): { value: string; label: string }[] {
  const zones = placesOfKind(['port', 'city', 'court', 'hearingFacility']).map((entry) => entry.zone);
  return [...new Set(zones)].sort().map((zone) => ({ value: zone, label: zonePlaces(zone, language).join(', ') }));
}

export function ZoneField({ slot, label }: { readonly slot: Slot<string | null>; readonly label: string }): ReactNode {
  const t = useT();
  const language = useLanguage();
  const { value, write } = useBound(slot);
  return (
    <SelectField
      label={label}
      value={value}
      clearable
      placeholder={t('hearing.zoneUnknown')}
      options={zoneOptions(language)}
      onChange={write}
    />
  );
}
