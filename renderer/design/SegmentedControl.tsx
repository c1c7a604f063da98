import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

export interface SegmentedControlProps<Id extends string> {
  label: string;
  items: readonly { id: Id; label: string; isDisabled?: boolean | undefined }[];
  value: Id;
  onChange: (value: Id) => void;
}

/** Two to four choices side by side, one of them on. */
export function SegmentedControl<Id extends string>({
  label,
  items,
  value,
  onChange,
}: SegmentedControlProps<Id>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className="SegmentedControl"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        for (const key of keys) onChange(key as Id); // one key, from `items`
      }}
    >
      {items.map((item) => (
        <ToggleButton key={item.id} id={item.id} isDisabled={item.isDisabled ?? false}>
          {item.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
