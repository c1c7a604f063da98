const WORDS =
  /^(us|usd|eur|gbp|pkr|inr|bdt|lkr|jpy|cny|rs|rupees?|taka|dollars?|euros?|pounds?|yen|yuan|sdr|xdr|lcu|currency|national|local|mn|mln|mio|million|millions|bn|bln|billion|billions|mrd|tn|trillion|trillions|thousand|thousands|th|k|m|crore|crores|lakh|lakhs|hundred|hundreds|000|percent|per|cent|pct|percentage|points?|pp|bps|index|units?|number|numbers|no|nos|count|persons?|people|heads?|employees|jobs|firms|companies|tonnes?|tons?|kg|g|km|km2|sq|ha|hectares?|litres?|barrels?|bbl|mwh|gwh|kwh|twh|days?|hours?|hrs|months?|years?|year|capita|gdp|of|in|at|current|constant|prices?|price|ratio|rate|share|growth|change|annual|yoy|y|on|minutes?|min|sec|seconds?|ms|text|code|date|yyyy|mm|dd|usd\/kg|and|ppp|deg|c|celsius|mt|teu)$/;

/** Whether a text says in what something is counted ("US$ million", "%", "Rs bn", "2015=100"), and nothing else. */
export function isUnit(text: string): boolean {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^[([]|[)\]]$/g, '');
  if (plain === '' || plain.length > 40) return false;
  if (/^(%|\$|€|£|¥|₹|°c|'000|#)$/.test(plain)) return true;
  if (/^(19|20)\d\d(-\d\d)?\s?=\s?100$/.test(plain)) return true;
  const words = plain
    .replace(/us\$|[$€£¥₹₨%]/g, ' usd ')
    .split(/[\s/.,()='’:-]+/)
    .filter((word) => word !== '');
  return (
    words.length > 0 &&
    words.every((word) => WORDS.test(word) || word === '100' || /^(19|20)\d\d$/.test(word)) &&
    words.some(
      (word) =>
        !/^(of|in|at|on|and|per|\d+|year|years|date|code|text|no|c|y|k|m|g)$/.test(word) ||
        (words.length === 1 && /^(date|code|text|no|year|years|k|m|g)$/.test(word)),
    )
  );
}

/** Whether it names a measure for certain: money, a scale or %, not a word that may be a column's name. */
export function isSureUnit(text: string): boolean {
  return (
    isUnit(text) &&
    /[$€£¥₹₨%]|\b(usd|eur|gbp|pkr|inr|bdt|mn|mln|mio|million|millions|bn|billion|billions|thousand|thousands|crore|lakh|percent|per cent|tonnes?|kg|km|mwh|gwh|persons|000|=\s?100)\b|=\s?100/i.test(
      text,
    )
  );
}
