import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Icon } from './Icon.tsx';

export interface ButtonProps {
  variant?: 'default' | 'primary' | 'quiet' | 'danger' | undefined;
  icon?: LucideIcon | undefined;
  onPress?: (() => void) | undefined;
  isDisabled?: boolean | undefined;
  autoFocus?: boolean | undefined;
  type?: 'button' | 'submit' | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** A button with words. One primary button in a window. */
export function Button({
  variant = 'default',
  icon,
  onPress,
  isDisabled = false,
  autoFocus = false,
  type = 'button',
  className,
  children,
}: ButtonProps) {
  return (
    <AriaButton
      className={['Button', variant !== 'default' && `is-${variant}`, className].filter(Boolean).join(' ')}
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      type={type}
      onPress={() => onPress?.()}
    >
      {icon && <Icon icon={icon} />}
      {children}
    </AriaButton>
  );
}
