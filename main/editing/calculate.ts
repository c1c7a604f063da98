/** Deeper brackets than anyone types; a guard for the stack. */
const DEEPEST = 50;

/** Works out + - * / ( ) over numbers: "1200/3" is 400. Null where it is not that, or divides by zero. Nothing else is understood, and nothing is executed. */
export function calculate(text: string): number | null {
  const tokens =
    text.replace(/(\d),(?=\d{3})/g, '$1').match(/\d+\.?\d*(?:e[+-]?\d+)?|\.\d+|[-+*/()]|\S/gi) ?? [];
  let at = 0;

  const sum = (depth: number): number | null => {
    let value = product(depth);
    while (value !== null && (tokens[at] === '+' || tokens[at] === '-')) {
      const sign = tokens[at++] === '+' ? 1 : -1;
      const next = product(depth);
      value = next === null ? null : value + sign * next;
    }
    return value;
  };
  const product = (depth: number): number | null => {
    let value = single(depth);
    while (value !== null && (tokens[at] === '*' || tokens[at] === '/')) {
      const times = tokens[at++] === '*';
      const next = single(depth);
      value = next === null ? null : times ? value * next : value / next;
    }
    return value;
  };
  const single = (depth: number): number | null => {
    const token = tokens[at++];
    if (token === undefined || depth > DEEPEST) return null;
    if (token === '-' || token === '+') {
      const value = single(depth + 1);
      return value === null ? null : token === '-' ? -value : value;
    }
    if (token === '(') {
      const value = sum(depth + 1);
      return tokens[at++] === ')' ? value : null;
    }
    return /^[\d.]/.test(token) ? Number(token) : null;
  };

  const value = sum(0);
  return at === tokens.length && value !== null && Number.isFinite(value) ? value : null;
}
