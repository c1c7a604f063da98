import { Check, ChevronRight, type LucideIcon } from 'lucide-react';
import {
  MenuItem as AriaItem,
  Menu as AriaMenu,
  Popover,
  Separator,
  SubmenuTrigger,
} from 'react-aria-components';
import { Icon } from './Icon.tsx';
import { shortcutText } from './shortcutText.ts';

export interface MenuAction {
  id: string;
  label: string;
  icon?: LucideIcon | undefined;
  shortcut?: string | undefined;
  isDisabled?: boolean | undefined;
  /** Ticked; leave out where it is no switch. */
  isChecked?: boolean | undefined;
  tone?: 'danger' | undefined;
  run?: (() => void) | undefined;
  /** A submenu instead of something to run. */
  items?: readonly MenuItem[] | undefined;
}

export type MenuItem = MenuAction | { id: string; rule: true };

/** The list of a menu, inside a Popover. Letters jump, arrows walk, submenus open sideways. */
export function Menu({ label, items }: { label: string; items: readonly MenuItem[] }) {
  const someIcon = items.some((item) => 'label' in item && (item.icon || item.isChecked !== undefined));
  return (
    <AriaMenu className="Menu" aria-label={label}>
      {items.map((item) =>
        'rule' in item ? (
          <Separator key={item.id} className="MenuRule" />
        ) : item.items ? (
          <SubmenuTrigger key={item.id}>
            <Item item={item} indented={someIcon} />
            <Popover className="Popover" offset={0}>
              <Menu label={item.label} items={item.items} />
            </Popover>
          </SubmenuTrigger>
        ) : (
          <Item key={item.id} item={item} indented={someIcon} />
        ),
      )}
    </AriaMenu>
  );
}

function Item({ item, indented }: { item: MenuAction; indented: boolean }) {
  const icon = item.isChecked ? Check : item.icon;
  return (
    <AriaItem
      id={item.id}
      className={item.tone === 'danger' ? 'MenuItem is-danger' : 'MenuItem'}
      textValue={item.label}
      isDisabled={item.isDisabled ?? false}
      onAction={() => item.run?.()}
    >
      {icon ? <Icon icon={icon} /> : indented && <span className="gap" />}
      {item.label}
      {item.isChecked && <span className="visually-hidden">✓</span>}
      {item.shortcut && <kbd>{shortcutText(item.shortcut)}</kbd>}
      {item.items && (
        <span className="end">
          <Icon icon={ChevronRight} small />
        </span>
      )}
    </AriaItem>
  );
}
