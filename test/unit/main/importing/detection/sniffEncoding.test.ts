import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { sniffEncoding } from '../../../../../main/importing/detection/sniffEncoding.ts';

const encodingOf = (name: string, lines: readonly string[]) =>
  sniffEncoding(iconv.encode(`${lines.join('\n')}\n`, name), true)?.name;

test('a short text of two bytes a letter is told by letters that are common', () => {
  expect(encodingOf('shift_jis', ['番号,都市', '1,東京', '2,大阪', '3,名古屋', '4,札幌', '5,福岡'])).toBe(
    'shift_jis',
  );
  expect(encodingOf('big5', ['編號,城市', '1,臺北', '2,高雄', '3,臺中', '4,臺南', '5,新竹'])).toBe('big5');
  expect(encodingOf('euc-kr', ['번호,도시', '1,서울', '2,부산', '3,대구', '4,인천', '5,광주'])).toBe(
    'euc-kr',
  );
});

test('letters with accents, and alphabets of one byte a letter, are not taken for two bytes a letter', () => {
  expect(encodingOf('windows-1252', ['Élève,café', 'forêt,naïve', 'garçon,été', 'Größe,Fläche km²'])).toBe(
    'windows-1252',
  );
  expect(encodingOf('windows-1251', ['город,область', 'год,месяц', 'улица,школа', 'река,больница'])).toBe(
    'windows-1251',
  );
  expect(
    encodingOf('windows-1256', ['السكان,المدينة', 'السنة,الشهر', 'المنطقة,المدرسة', 'النهر,الشارع']),
  ).toBe('windows-1256');
});
