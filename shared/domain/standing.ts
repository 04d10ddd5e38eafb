/** Every way to stand in the programme, and every stage of being represented, in the order in which lists show them. */
export const programmeStates = ['in', 'takenOut', 'paroled', 'windDown', 'neverIn'] as const;
export const representationStages = ['prospect', 'advised', 'limited', 'retained', 'declined', 'closed'] as const;
