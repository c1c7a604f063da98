/** A name as people read it, without its unit: value_usd_mn is Value, months_elapsed_from_july is Months elapsed from july. */
export function columnLabelOf(name: string): string {
  const words = name.replace(/_/g, ' ').replace(/\s+/g, ' ').trim();
  const bare = name.includes('_')
    ? words.replace(/ (usd|pkr|eur)( (mn|bn|m|th|million|billion|thousand))?$| (mn|bn|million|billion)$/i, '')
    : words;
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}
