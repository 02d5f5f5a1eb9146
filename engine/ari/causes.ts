/** Q.850's words for the causes that calls end with. */
const causes: Readonly<Record<number, string>> = {
  1: 'Unallocated number',
  16: 'Normal clearing',
  17: 'User busy',
  18: 'No user responding',
  19: 'No answer',
  20: 'Subscriber absent',
  21: 'Call rejected',
  27: 'Destination out of order',
  31: 'Normal, unspecified',
  34: 'No circuit available',
  38: 'Network out of order',
  41: 'Temporary failure',
  127: 'Interworking',
}

/** `causeText(16)` → `Normal clearing`. */
export function causeText(cause: number): string {
  return causes[cause] ?? (cause === 0 ? 'Normal clearing' : `Cause ${cause}`)
}
