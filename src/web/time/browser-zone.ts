/** The zone of the reader's own clock: in the administration, where the host does not say it. */
export function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
