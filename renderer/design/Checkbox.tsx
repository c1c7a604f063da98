import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import { Icon } from './Icon.tsx';

export interface CheckboxProps {
  isSelected: boolean;
  isMixed?: boolean | undefined;
  onChange: (isSelected: boolean) => void;
  isDisabled?: boolean | undefined;
  children: ReactNode;
}

export function Checkbox({
  isSelected,
  isMixed = false,
  onChange,
  isDisabled = false,
  children,
}: CheckboxProps) {
  return (
    <AriaCheckbox
      className="Checkbox"
      isSelected={isSelected}
      isIndeterminate={isMixed}
      isDisabled={isDisabled}
      onChange={onChange}
    >
      <i>{isSelected && !isMixed && <Icon icon={Check} />}</i>
      {children}
    </AriaCheckbox>
  );
}
