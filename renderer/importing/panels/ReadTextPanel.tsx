import { Select } from '../../design/Select.tsx';
import { t } from '../../i18n/index.ts';
import type { Panel } from './panel.ts';

const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1', 'windows-1256'] as const;
const delimiters = [',', ';', '\t', '|'] as const;
const NO_QUOTE = 'none';
const quotes = ['"', "'", NO_QUOTE] as const;

/** Changes are decisions: the steps below are found again. */
export const ReadTextPanel: Panel<'readText'> = ({ step, onChange }) => (
  <>
    <Select
      label={t('importing.encoding')}
      items={withOwn(encodings, step.encoding).map((id) => ({ id, label: id.toUpperCase() }))}
      value={step.encoding}
      onChange={(encoding) => onChange({ ...step, encoding })}
    />
    <Select
      label={t('importing.delimiter')}
      items={withOwn(delimiters, step.delimiter).map((id) => ({ id, label: delimiterName(id) }))}
      value={step.delimiter}
      onChange={(delimiter) => onChange({ ...step, delimiter })}
    />
    <Select
      label={t('importing.quote')}
      items={withOwn(quotes, step.quote || NO_QUOTE).map((id) => ({
        id,
        label: id === NO_QUOTE ? t('importing.noQuote') : id,
      }))}
      value={step.quote || NO_QUOTE}
      onChange={(quote) => onChange({ ...step, quote: quote === NO_QUOTE ? '' : quote })}
    />
  </>
);

function withOwn(known: readonly string[], own: string): string[] {
  return known.includes(own) ? [...known] : [own, ...known];
}

function delimiterName(delimiter: string): string {
  switch (delimiter) {
    case ',':
      return t('importing.delimiters.comma');
    case ';':
      return t('importing.delimiters.semicolon');
    case '\t':
      return t('importing.delimiters.tab');
    case '|':
      return t('importing.delimiters.bar');
    case ' ':
      return t('importing.delimiters.space');
    // As the importer writes runs of blanks (BLANKS and GAPS in its dialect).
    case '\\s+':
      return t('importing.delimiters.blanks');
    case ' {2,}':
      return t('importing.delimiters.gaps');
    case '':
      return t('importing.delimiters.none');
    default:
      return delimiter;
  }
}
