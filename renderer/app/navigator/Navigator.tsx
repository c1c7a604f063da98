import { Combine, Pencil, Plus, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { IconButton } from '../../design/IconButton.tsx';
import { useContextMenu } from '../../design/useContextMenu.tsx';
import { t } from '../../i18n/index.ts';
import { refreshItems } from '../../refresh/refreshItems.ts';
import { addDeck, addPage } from '../commands/coreCommands.ts';
import { useNavigation } from '../navigation.ts';
import { importFile } from '../projectActions.ts';
import { useProject } from '../projectStore.ts';
import { reportProblem } from '../reportProblem.ts';
import { useSettings } from '../useSettings.ts';
import { NavItem } from './NavItem.tsx';
import { canChange, remove, rename } from './navActions.ts';
import { type NavEntry, type NavKind, navGroups } from './navGroups.ts';

const adders: Partial<Record<NavKind, () => Promise<void>>> = {
  pages: addPage,
  tables: importFile,
  decks: addDeck,
};

/** The parts of the project. Up, down, Home and End walk; Enter opens; F2 renames; Delete removes. */
export function Navigator() {
  const document = useProject((state) => state.document);
  const numbers = useSettings((state) => state.numbers);
  const { place, go } = useNavigation();
  const [renaming, setRenaming] = useState<string | null>(null);
  const { open, menu } = useContextMenu();
  const list = useRef<HTMLDivElement>(null);
  const focusNext = useRef<string | null>(null);
  const focusEntry = (key: string) =>
    list.current?.querySelector<HTMLElement>(`[data-entry="${key}"]`)?.focus();
  // The field of a rename takes the focus with it: it goes back to the entry.
  useEffect(() => {
    if (focusNext.current === null || renaming !== null) return;
    focusEntry(focusNext.current);
    focusNext.current = null;
  });
  if (!document) return <div className="Navigator" />;

  const groups = navGroups(document, numbers);
  const shownId = 'id' in place ? `${place.kind}:${place.id}` : '';
  const entryKey = (entry: NavEntry) => `${entry.place.kind}:${entry.id}`;
  const all = groups.flatMap(({ entries }) => entries);
  // One stop of the Tab key for the whole list: the shown entry, else the first.
  const stop = all.some((entry) => entryKey(entry) === shownId) ? shownId : all[0] && entryKey(all[0]);

  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('button.NavItem') ?? [])];
    const at = buttons.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    const to: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: buttons.length - 1,
    };
    const next = to[event.key];
    if (next === undefined) return;
    event.preventDefault();
    buttons[next]?.focus();
  };
  const removeEntry = (entry: NavEntry) => {
    const at = all.indexOf(entry);
    const neighbour = all[at + 1] ?? all[at - 1];
    if (neighbour) focusEntry(entryKey(neighbour));
    void remove(entry).catch(reportProblem);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys of the entries inside bubble to here
    <div className="Navigator" ref={list} onKeyDown={onKeyDown}>
      {groups.map(({ kind, entries }) => {
        const add = adders[kind];
        return (
          <section key={kind} className="NavGroup" aria-label={t(`app.nav.${kind}`)}>
            <h2>
              {t(`app.nav.${kind}`)}
              {add && (
                <IconButton
                  label={t(`app.nav.add.${kind as 'pages' | 'tables' | 'decks'}`)}
                  icon={Plus}
                  small
                  onPress={() => void add().catch(reportProblem)}
                />
              )}
            </h2>
            <ul>
              {entries.map((entry) => (
                <li key={entryKey(entry)}>
                  <NavItem
                    entry={entry}
                    isOpen={entryKey(entry) === shownId}
                    isStop={entryKey(entry) === stop}
                    isRenaming={renaming === entryKey(entry)}
                    onOpen={() => go(entry.place)}
                    onRename={() => canChange(entry) && setRenaming(entryKey(entry))}
                    onRenamed={(title, byKey) => {
                      if (byKey) focusNext.current = entryKey(entry);
                      setRenaming(null);
                      if (title) void rename(entry, title).catch(reportProblem);
                    }}
                    onRemove={() => canChange(entry) && removeEntry(entry)}
                    onContextMenu={(event) =>
                      open(event, entry.title, [
                        { id: 'open', label: t('app.nav.open'), run: () => go(entry.place) },
                        ...refreshItems(entry),
                        ...(canChange(entry)
                          ? [
                              {
                                id: 'rename',
                                label: t('app.nav.rename'),
                                icon: Pencil,
                                shortcut: 'F2',
                                run: () => setRenaming(entryKey(entry)),
                              },
                              ...(entry.place.kind === 'table'
                                ? [
                                    {
                                      id: 'combine',
                                      label: t('combining.combineWith'),
                                      icon: Combine,
                                      run: () => go({ kind: 'combine', table: entry.id }),
                                    },
                                  ]
                                : []),
                              { id: 'rule', rule: true as const },
                              {
                                id: 'remove',
                                label: t('app.nav.remove'),
                                icon: Trash2,
                                tone: 'danger' as const,
                                shortcut: 'Delete',
                                run: () => removeEntry(entry),
                              },
                            ]
                          : []),
                      ])
                    }
                  />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {menu}
    </div>
  );
}
