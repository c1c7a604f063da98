/** Unit in words from a column's name: value_usd_mn is US$ million. */
export function unitOfName(name: string): string | undefined {
  const words = ` ${name
    .toLowerCase()
    .replace(/us\$|\$/g, ' usd ')
    .replace(/[^a-z0-9%']+/g, ' ')} `;
  if (/ (pct|percent|per cent|%) /.test(words) || name.includes('%')) return '%';
  const scale = / (mn|m|million|millions|mln) /.test(words)
    ? 'million'
    : / (bn|billion|billions) /.test(words)
      ? 'billion'
      : / (th|thousand|thousands|'000|000) /.test(words)
        ? 'thousand'
        : '';
  const currency = / usd | us dollars? /.test(words)
    ? 'US$'
    : / (pkr|rs|rupees) /.test(words)
      ? 'Rs'
      : / (eur|euro) /.test(words)
        ? '€'
        : '';
  const unit = [currency, scale].filter((part) => part !== '').join(' ');
  return unit === '' ? undefined : unit;
}

/** A name as people read it, without its unit: value_usd_mn is Value, months_elapsed_from_july is Months elapsed from july. */
export function columnLabelOf(name: string): string {
  const words = name.replace(/_/g, ' ').replace(/\s+/g, ' ').trim();
  const bare = name.includes('_')
    ? words.replace(/ (usd|pkr|eur)( (mn|bn|m|th|million|billion|thousand))?$| (mn|bn|million|billion)$/i, '')
    : words;
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}
