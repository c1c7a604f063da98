import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import { Tooltip } from './Tooltip.tsx';

export interface IconButtonProps {
  /** Its name for screen readers, and its tooltip unless `tooltip` says more. */
  label: string;
  tooltip?: string | undefined;
  icon: LucideIcon;
  onPress?: (() => void) | undefined;
  shortcut?: string | undefined;
  isDisabled?: boolean | undefined;
  /** Drawn as switched on, and said so. */
  isOn?: boolean | undefined;
  small?: boolean | undefined;
}

/** An icon alone, where the look allows one: undo, close, more, toolbars. Always with a tooltip. */
export function IconButton({
  label,
  tooltip,
  icon,
  onPress,
  shortcut,
  isDisabled = false,
  isOn,
  small = false,
}: IconButtonProps) {
  const className = ['IconButton', isOn && 'is-on', small && 'is-small'].filter(Boolean).join(' ');
  return (
    <Tooltip text={tooltip ?? label} shortcut={shortcut}>
      <AriaButton
        aria-label={label}
        className={className}
        isDisabled={isDisabled}
        onPress={() => onPress?.()}
        {...(isOn !== undefined && { 'aria-pressed': isOn })}
      >
        <Icon icon={icon} small={small} />
      </AriaButton>
    </Tooltip>
  );
}
