/** "Los Angeles" of America/Los_Angeles: how a clock is named beside an hour. */
export function zoneCity(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
