import { FieldRow } from '../../design/FieldRow.tsx';
import { Select, type SelectItem } from '../../design/Select.tsx';

/** A labelled list in one row of the inspector. */
export function Choice<Id extends string>({
  label,
  items,
  value,
  onChange,
}: {
  label: string;
  items: readonly SelectItem<Id>[];
  value: Id;
  onChange(value: Id): void;
}) {
  return (
    <FieldRow label={label}>
      <Select
        label={label}
        labelHidden
        items={items}
        value={value}
        onChange={(id) => id !== value && onChange(id)}
      />
    </FieldRow>
  );
}
