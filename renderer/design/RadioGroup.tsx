import { RadioGroup as AriaRadioGroup, Label, Radio } from 'react-aria-components';

export interface RadioGroupProps<Id extends string> {
  label: string;
  labelHidden?: boolean | undefined;
  items: readonly { id: Id; label: string; isDisabled?: boolean | undefined }[];
  value: Id | null;
  onChange: (value: Id) => void;
}

export function RadioGroup<Id extends string>({
  label,
  labelHidden = false,
  items,
  value,
  onChange,
}: RadioGroupProps<Id>) {
  return (
    <AriaRadioGroup
      className="RadioGroup"
      value={value}
      onChange={(chosen) => onChange(chosen as Id)} // ids come from `items`
      {...(labelHidden && { 'aria-label': label })}
    >
      {!labelHidden && <Label className="FieldLabel">{label}</Label>}
      {items.map((item) => (
        <Radio key={item.id} className="Radio" value={item.id} isDisabled={item.isDisabled ?? false}>
          <i />
          {item.label}
        </Radio>
      ))}
    </AriaRadioGroup>
  );
}
