import type { ReactNode } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components';

export interface SwitchProps {
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  isDisabled?: boolean | undefined;
  children: ReactNode;
}

export function Switch({ isSelected, onChange, isDisabled = false, children }: SwitchProps) {
  return (
    <AriaSwitch className="Switch" isSelected={isSelected} isDisabled={isDisabled} onChange={onChange}>
      <i />
      {children}
    </AriaSwitch>
  );
}
