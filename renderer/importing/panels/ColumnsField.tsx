import { Checkbox } from '../../design/Checkbox.tsx';

interface ColumnsFieldProps {
  label: string;
  columns: readonly string[];
  value: readonly string[];
  /** Fewer than these cannot be left. */
  least: number;
  onChange: (columns: string[]) => void;
}

/** Several columns, ticked, in the order of the table. */
export function ColumnsField({ label, columns, value, least, onChange }: ColumnsFieldProps) {
  const names = [...new Set([...columns, ...value])];
  const set = (name: string, isOn: boolean) =>
    onChange(names.filter((one) => (one === name ? isOn : value.includes(one))));
  return (
    <fieldset className="Field">
      <legend className="FieldLabel">{label}</legend>
      <div className="ColumnsField">
        {names.map((name) => (
          <Checkbox
            key={name}
            isSelected={value.includes(name)}
            isDisabled={value.includes(name) && value.length <= least}
            onChange={(isOn) => set(name, isOn)}
          >
            {name}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
