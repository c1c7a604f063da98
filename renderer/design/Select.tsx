import { Check, ChevronDown } from 'lucide-react';
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
import { Icon } from './Icon.tsx';

export interface SelectItem<Id extends string = string> {
  id: Id;
  label: string;
  isDisabled?: boolean | undefined;
}

export interface SelectProps<Id extends string> {
  label: string;
  labelHidden?: boolean | undefined;
  items: readonly SelectItem<Id>[];
  value: Id | null;
  onChange: (value: Id) => void;
  placeholder?: string | undefined;
  isDisabled?: boolean | undefined;
}

/** One of a list, shown closed. Up, down and letters choose; the list opens with Enter or Space. */
export function Select<Id extends string>({
  label,
  labelHidden = false,
  items,
  value,
  onChange,
  placeholder = '',
  isDisabled = false,
}: SelectProps<Id>) {
  return (
    <AriaSelect
      className="Field"
      value={value}
      onChange={(chosen) => chosen !== null && onChange(chosen as Id)} // ids come from `items`
      isDisabled={isDisabled}
      placeholder={placeholder}
      {...(labelHidden && { 'aria-label': label })}
    >
      {!labelHidden && <Label className="FieldLabel">{label}</Label>}
      <Button className="SelectButton Select">
        <SelectValue className="value">{({ selectedText }) => selectedText || placeholder}</SelectValue>
        <Icon icon={ChevronDown} small />
      </Button>
      <Popover className="Popover" style={{ minWidth: 'var(--trigger-width)' }} offset={4}>
        <ListBox className="ListBox" items={items}>
          {(item) => (
            <ListBoxItem
              id={item.id}
              className="MenuItem"
              textValue={item.label}
              isDisabled={item.isDisabled ?? false}
            >
              {({ isSelected }) => (
                <>
                  {isSelected ? <Icon icon={Check} /> : <span className="gap" />}
                  {item.label}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
