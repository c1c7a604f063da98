import { Select } from '../../design/Select.tsx';

interface ColumnFieldProps {
  label: string;
  columns: readonly string[];
  value: string;
  onChange: (column: string) => void;
}

/** One column of those that are there; one that is gone stays in the list until another is chosen. */
export function ColumnField({ label, columns, value, onChange }: ColumnFieldProps) {
  const names = columns.includes(value) ? columns : [value, ...columns];
  return (
    <Select
      label={label}
      items={[...new Set(names)].map((name) => ({ id: name, label: name }))}
      value={value}
      onChange={onChange}
    />
  );
}
