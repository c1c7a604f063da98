import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import { Icon } from '../../design/Icon.tsx';
import { t } from '../../i18n/index.ts';
import type { NavEntry } from './navGroups.ts';

interface NavItemProps {
  entry: NavEntry;
  isOpen: boolean;
  /** Reached by Tab. */
  isStop: boolean;
  isRenaming: boolean;
  onOpen: () => void;
  onRename: () => void;
  /** The new title; null where it was left as it was. `byKey`: Enter or Escape ended it, not a press elsewhere. */
  onRenamed: (title: string | null, byKey: boolean) => void;
  onRemove: () => void;
  onContextMenu: (event: MouseEvent) => void;
}

export function NavItem(props: NavItemProps) {
  const { entry, isOpen, isStop, isRenaming } = props;
  if (isRenaming) return <RenameField entry={entry} onRenamed={props.onRenamed} />;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'F2') props.onRename();
    else if (event.key === 'Delete') props.onRemove();
    else return;
    event.preventDefault();
  };
  return (
    <button
      type="button"
      className={isOpen ? 'NavItem is-open' : 'NavItem'}
      aria-current={isOpen ? 'page' : undefined}
      tabIndex={isStop ? 0 : -1}
      title={entry.title}
      data-entry={`${entry.place.kind}:${entry.id}`}
      onClick={props.onOpen}
      onDoubleClick={props.onRename}
      onKeyDown={onKeyDown}
      onContextMenu={props.onContextMenu}
    >
      <Icon icon={entry.icon} />
      <span>{entry.title}</span>
      {entry.end && <small>{entry.end}</small>}
    </button>
  );
}

function RenameField({ entry, onRenamed }: Pick<NavItemProps, 'entry' | 'onRenamed'>) {
  const field = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => field.current?.select(), []);
  const finish = (text: string | null, byKey: boolean) => {
    if (done.current) return; // Enter and the blur after it
    done.current = true;
    const title = text?.trim();
    onRenamed(title && title !== entry.title ? title : null, byKey);
  };
  return (
    <div className="NavItem is-open">
      <Icon icon={entry.icon} />
      <input
        ref={field}
        className="NavRename"
        defaultValue={entry.title}
        aria-label={t('app.nav.rename')}
        onBlur={(event) => finish(event.target.value, false)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish(event.currentTarget.value, true);
          if (event.key === 'Escape') finish(null, true);
        }}
      />
    </div>
  );
}
