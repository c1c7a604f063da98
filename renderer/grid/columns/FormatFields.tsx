import { columnNumber } from '../../../shared/formats/columnNumber.ts';
import { formatNumber } from '../../../shared/formats/formatNumber.ts';
import { unitInScale } from '../../../shared/formats/unitScale.ts';
import type { Column, NumberFormat } from '../../../shared/model/table.ts';
import { Checkbox } from '../../design/Checkbox.tsx';
import { FieldRow } from '../../design/FieldRow.tsx';
import { Select } from '../../design/Select.tsx';
import { t } from '../../i18n/index.ts';
import { useCellFormat } from '../useCellFormat.ts';

interface FormatFieldsProps {
  /** For its unit and its example. */
  column: Column;
  format: NumberFormat;
  isDisabled?: boolean;
  onChange(format: NumberFormat): void;
}

const SCALES = ['one', 'thousand', 'lakh', 'million', 'crore', 'billion', 'trillion'] as const;
const STYLES = ['1,234.5', '1.234,5', '1 234,5', '12,34,567.8'] as const;
/** Shows groups of both kinds and more decimals than most formats have. */
const EXAMPLE = -1234567.891;

/** How the figures of a column are shown; nothing of it changes what is stored. */
export function FormatFields({ column, format, isDisabled = false, onChange }: FormatFieldsProps) {
  const { numbers: style } = useCellFormat();
  const change = (edit: Partial<NumberFormat>) => onChange({ ...format, ...edit });
  const { unit } = column;
  const scales = SCALES.map((id) => ({
    id,
    label: unitInScale(unit ?? '', id) || t('columns.formatting.noUnit'),
  }));
  const stored = {
    id: 'stored' as const,
    label: unit ? t('columns.formatting.asStoredIn', { unit }) : t('columns.formatting.asStored'),
  };
  const example = format.percent ? EXAMPLE / 1e7 : EXAMPLE;
  return (
    <>
      <FieldRow label={t('columns.formatting.decimals')}>
        <Select
          label={t('columns.formatting.decimals')}
          labelHidden
          items={['0', '1', '2', '3', '4', '5', '6'].map((id) => ({
            id,
            label: formatNumber(1234.5, { decimals: Number(id), style: format.numbers ?? style }),
          }))}
          value={String(format.decimals)}
          isDisabled={isDisabled}
          onChange={(decimals) => change({ decimals: Number(decimals) })}
        />
      </FieldRow>
      <FieldRow label={t('columns.formatting.scale')}>
        <Select
          label={t('columns.formatting.scale')}
          labelHidden
          items={[stored, ...scales]}
          value={format.scale ?? 'stored'}
          isDisabled={isDisabled}
          onChange={(chosen) => {
            const { scale: _, ...rest } = format;
            onChange(chosen === 'stored' ? rest : { ...rest, scale: chosen });
          }}
        />
      </FieldRow>
      <FieldRow label={t('columns.formatting.negative')}>
        <Select
          label={t('columns.formatting.negative')}
          labelHidden
          items={(['minus', 'brackets'] as const).map((id) => ({
            id,
            label: columnNumber(
              EXAMPLE / 1000,
              { format: { ...format, percent: false, negative: id } },
              style,
            ),
          }))}
          value={format.negative ?? 'minus'}
          isDisabled={isDisabled}
          onChange={(negative) => change({ negative })}
        />
      </FieldRow>
      <FieldRow label={t('columns.formatting.numbers')}>
        <Select
          label={t('columns.formatting.numbers')}
          labelHidden
          items={[
            { id: 'user' as const, label: t('columns.formatting.numbersOfUser') },
            ...STYLES.map((id) => ({ id, label: id })),
          ]}
          value={format.numbers ?? 'user'}
          isDisabled={isDisabled}
          onChange={(chosen) => {
            const { numbers: _, ...rest } = format;
            onChange(chosen === 'user' ? rest : { ...rest, numbers: chosen });
          }}
        />
      </FieldRow>
      <FieldRow label={t('columns.formatting.thousands')}>
        <Checkbox
          isSelected={format.thousands}
          isDisabled={isDisabled}
          onChange={(thousands) => change({ thousands })}
        >
          {t('columns.formatting.thousandsOn')}
        </Checkbox>
      </FieldRow>
      <FieldRow label={t('columns.formatting.signed')}>
        <Checkbox
          isSelected={format.signed}
          isDisabled={isDisabled}
          onChange={(signed) => change({ signed })}
        >
          {t('columns.formatting.signedOn')}
        </Checkbox>
      </FieldRow>
      <FieldRow label={t('columns.formatting.percent')}>
        <Checkbox
          isSelected={format.percent ?? false}
          isDisabled={isDisabled}
          onChange={(percent) => change({ percent })}
        >
          {t('columns.formatting.percentOn')}
        </Checkbox>
      </FieldRow>
      <FieldRow label={t('columns.formatting.example')}>
        <output className="FormatExample">{columnNumber(example, { ...column, format }, style)}</output>
      </FieldRow>
    </>
  );
}
