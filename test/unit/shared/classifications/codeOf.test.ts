import { describe, expect, test } from 'vitest';
import { codeOf, codeOfName } from '../../../../shared/classifications/classification.ts';
import { ebops2010 } from '../../../../shared/classifications/ebops2010.ts';
import { isoAreas } from '../../../../shared/classifications/isoAreas.ts';
import { sdmxCodes } from '../../../../shared/classifications/sdmxCodes.ts';

describe('areas', () => {
  test.each([
    ['Viet Nam', 'VNM'],
    ['U.A.E.', 'ARE'],
    ['Vietnam', 'VNM'],
    ['Korea, Rep.', 'KOR'],
    ['Republic of Korea', 'KOR'],
    ['Korea, Republic of', 'KOR'],
    ["Korea, Dem. People's Rep.", 'PRK'],
    ["Dem. People's Republic of Korea", 'PRK'],
    ['Egypt, Arab Rep.', 'EGY'],
    ['Turkiye', 'TUR'],
    ['Türkiye', 'TUR'],
    ['Turkey', 'TUR'],
    ['Czechia', 'CZE'],
    ['Czech Republic', 'CZE'],
    ['Indonesia (...2002)', 'IDN'],
    ['Congo, Dem. Rep.', 'COD'],
    ['Dem. Rep. of the Congo', 'COD'],
    ['Congo, Rep.', 'COG'],
    ['Iran (Islamic Republic of)', 'IRN'],
    ['Bolivia (Plurinational State of)', 'BOL'],
    ['Hong Kong SAR, China', 'HKG'],
    ['China, Hong Kong SAR', 'HKG'],
    ["Cote d'Ivoire", 'CIV'],
    ['Côte d’Ivoire', 'CIV'],
    ['St. Kitts & Nevis', 'KNA'],
    ['Netherlands (Kingdom of the)', 'NLD'],
    ['  Pakistan*', 'PAK'],
    ['PAK', 'PAK'],
    ['PK', 'PAK'],
    ['586', 'PAK'],
    ['0004', 'AFG'],
    ['4', 'AFG'],
    ['EL', 'GRC'],
    ['UK', 'GBR'],
    ['Euro area', 'EMU'],
    ['World', 'WLD'],
    ['South Asia', 'SAS'],
    ['East Asia & Pacific (excluding high income)', 'EAP'],
  ])('%s is %s', (text, code) => {
    expect(codeOf(isoAreas, text)).toBe(code);
  });

  test.each(['Korea', 'Congo (both)', 'Total', 'Guinea Conakry', '', 'USD', 'pk', 'Nigerr'])(
    '"%s" is none of them: nothing is guessed',
    (text) => {
      expect(codeOf(isoAreas, text)).toBeNull();
    },
  );

  test('249 areas of ISO 3166-1 and Kosovo, each with codes of its own', () => {
    const { labels, groups } = isoAreas;
    expect(Object.keys(labels).filter((code) => !groups?.has(code))).toHaveLength(250);
    for (const [code, label] of Object.entries(labels))
      if (!groups?.has(code)) expect([label, codeOfName(isoAreas, label)]).toEqual([label, code]);
  });
});

describe('items of services', () => {
  test.each([
    ['SI21', 'SI21'],
    ['9.2.1', 'SI21'],
    ['9', 'SI'],
    ['Computer services', 'SI2'],
    ['9.2 Computer services', 'SI2'],
    ['Telecommunications, computer, and information services', 'SI'],
    ['Telecommunications, computer and information services', 'SI'],
    ['Maintenance and repair services n.i.e.', 'SB'],
  ])('%s is %s', (text, code) => {
    expect(codeOf(ebops2010, text)).toBe(code);
  });

  test.each(['SI3_AGG - TO - Total merchandise', 'SI3_AGG', 'Software consultancy', 'TO', 'IT-BPM'])(
    '%s is none of them',
    (text) => {
      expect(codeOf(ebops2010, text)).toBeNull();
    },
  );

  test('the hierarchy of BPM6', () => {
    expect(ebops2010.parents).toMatchObject({ SI21: 'SI2', SI2: 'SI', SI: 'S', SJ34: 'SJ3', SDB: 'SD' });
    expect(ebops2010.parents.SOX).toBe('S');
  });
});

test('the status of an observation has 20 codes', () => {
  expect(Object.keys(sdmxCodes('OBS_STATUS')?.labels ?? {})).toHaveLength(20);
});
