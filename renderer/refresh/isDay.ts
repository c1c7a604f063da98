/** Whether a text is a date of release: 2025, 2025-06 or 2025-06-10. */
export function isDay(text: string): boolean {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (!parts) return false;
  const month = Number(parts[2] ?? 1);
  const day = Number(parts[3] ?? 1);
  const found = new Date(Date.UTC(Number(parts[1]), month - 1, day));
  return found.getUTCMonth() === month - 1 && found.getUTCDate() === day;
}
