const RULE = /^[\s|+:=_*~.-]*(--|==|__|~~|\*\*|:-)[\s|+:=_*~.-]*$/;

/** Whether a row is a line drawn under a header or around a table: of dashes and their like alone. */
export function isRuleLine(cells: readonly (string | null)[]): boolean {
  let drawn = false;
  for (const cell of cells) {
    if (!cell?.trim()) continue;
    if (!RULE.test(cell)) return false;
    drawn = true;
  }
  return drawn;
}
