import { expect, test } from 'vitest';
import { periodInName } from '../../../../main/importing/manyFiles/periodInName.ts';
import { periodText } from '../../../../shared/periods/periodText.ts';

test.each([
  ['bop-2025-03.csv', '2025-03'],
  ['2024/bop_202411.xlsx', '2024-11'],
  ['release 20250331.csv', '2025-03'],
  ['exports-2025M07.csv', '2025-07'],
  ['exports Mar-2025.xlsx', '2025-03'],
  ['September_2024_services.csv', '2024-09'],
  ['bop-2025-Q1.csv.gz', '2025-Q1'],
  ['Q4 2024.csv', '2024-Q4'],
  ['exports_FY2024.xlsx', '2023-07/P12M'],
  ['exports 2024-25.csv', '2024-07/P12M'],
  ['bop-2024.csv', '2024'],
  ['pakistan.csv', ''],
  ['table-123456.csv', ''],
  ['v1.2.csv', ''],
])('%s is of %s', (name, text) => {
  expect(periodText(periodInName(name, 7))).toBe(text);
});
