import { type MouseEvent, type ReactNode, useRef, useState } from 'react';
import { Popover } from 'react-aria-components';
import { Menu, type MenuItem } from './Menu.tsx';

interface Opened {
  label: string;
  items: readonly MenuItem[];
  x: number;
  y: number;
}

/**
 * A menu where the pointer is (or, opened by the menu key, at the focused element).
 * `onContextMenu={(event) => open(event, label, items)}` opens it; render `menu` once.
 */
export function useContextMenu(): {
  open: (event: MouseEvent, label: string, items: readonly MenuItem[]) => void;
  menu: ReactNode;
} {
  const [opened, setOpened] = useState<Opened | null>(null);
  const anchor = useRef<HTMLSpanElement>(null);

  const open = (event: MouseEvent, label: string, items: readonly MenuItem[]) => {
    event.preventDefault();
    const box = event.currentTarget.getBoundingClientRect();
    const byKey = event.clientX === 0 && event.clientY === 0;
    setOpened({
      label,
      items,
      x: byKey ? box.left + 16 : event.clientX,
      y: byKey ? box.bottom : event.clientY,
    });
  };

  const menu = (
    <>
      <span
        ref={anchor}
        aria-hidden="true"
        style={{ position: 'fixed', left: opened?.x ?? 0, top: opened?.y ?? 0, width: 0, height: 0 }}
      />
      <Popover
        className="Popover"
        triggerRef={anchor}
        isOpen={opened !== null}
        onOpenChange={(isOpen) => !isOpen && setOpened(null)}
        placement="bottom start"
        offset={2}
      >
        {opened && <Menu label={opened.label} items={closing(opened.items, () => setOpened(null))} />}
      </Popover>
    </>
  );
  return { open, menu };
}

/** The same items, after each of which the menu is closed, those of submenus as well. */
function closing(items: readonly MenuItem[], close: () => void): MenuItem[] {
  return items.map((item) => {
    if ('rule' in item) return item;
    const run = () => {
      close();
      item.run?.();
    };
    return { ...item, run, ...(item.items && { items: closing(item.items, close) }) };
  });
}
