import { type LucideIcon, MoreHorizontal } from 'lucide-react';
import { Button, MenuTrigger, Popover } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import { Menu, type MenuItem } from './Menu.tsx';

export interface MenuButtonProps {
  label: string;
  items: readonly MenuItem[];
  icon?: LucideIcon | undefined;
  /** Words on the button; without them it is an icon alone. */
  text?: string | undefined;
  isDisabled?: boolean | undefined;
  small?: boolean | undefined;
}

/** A button that opens a menu: three dots unless told otherwise. */
export function MenuButton({ label, items, icon, text, isDisabled = false, small = false }: MenuButtonProps) {
  return (
    <MenuTrigger>
      <Button
        className={text ? 'Button' : small ? 'IconButton is-small' : 'IconButton'}
        isDisabled={isDisabled}
        {...(!text && { 'aria-label': label })}
      >
        {(icon || !text) && <Icon icon={icon ?? MoreHorizontal} small={small} />}
        {text}
      </Button>
      <Popover className="Popover" offset={4}>
        <Menu label={label} items={items} />
      </Popover>
    </MenuTrigger>
  );
}
