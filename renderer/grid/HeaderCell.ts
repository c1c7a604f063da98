import type { IHeaderComp, IHeaderParams } from 'ag-grid-community';
import { shownUnit } from '../../shared/formats/columnNumber.ts';
import { shortUnit } from '../../shared/formats/unitScale.ts';
import type { Column } from '../../shared/model/table.ts';
import { columnLabel } from '../../shared/model/table.ts';
import { t } from '../i18n/index.ts';
import { boundsOf } from './cellRange.ts';
import type { GridStore } from './gridStore.ts';
import { allRanges } from './severalRanges.ts';
import { svgIcon } from './svgIcon.ts';

export interface HeaderContext {
  readonly column: Column;
  readonly store: GridStore;
  /** Hidden columns at its edges. */
  readonly hidden: { readonly before: readonly Column[]; readonly after: readonly Column[] };
  /** The column's place in the order: its direction and its rank among several sort columns. */
  sortOf(column: string): { descending: boolean; rank: number; of: number } | null;
  isFiltered(column: string): boolean;
  /** Told whenever sort or filters change. */
  onOrder(listener: () => void): () => void;
  sort(column: string, add: boolean): void;
  filter(column: string, anchor: HTMLElement): void;
  select(column: string): void;
  showHidden(columns: readonly Column[]): void;
}

/** A column's head: name, unit, buttons to sort, to filter and for its menu, marks of hidden neighbours. A click on the name selects the column. */
export class HeaderCell implements IHeaderComp {
  private readonly element = document.createElement('div');
  private readonly sortButton = document.createElement('button');
  private readonly filterButton = document.createElement('button');
  private stops: (() => void)[] = [];

  init(params: IHeaderParams & { head: HeaderContext }): void {
    const { column, store, ...context } = params.head;
    const numeric = column.type === 'number';
    this.element.className = `HeaderCell${numeric ? ' is-num' : ''}`;
    const name = document.createElement('button');
    name.type = 'button';
    name.className = 'name';
    name.tabIndex = -1;
    if (column.derived) {
      const mark = document.createElement('i');
      mark.textContent = 'f';
      name.append(mark);
      name.title = t('grid.derivedBy', { how: column.derived });
    }
    name.append(columnLabel(column));
    const unit = shownUnit(column);
    if (unit) {
      const words = document.createElement('small');
      words.textContent = shortUnit(unit);
      name.append(words);
    }
    if (column.format?.scale !== undefined && unit !== column.unit) {
      const stored = column.unit || t('columns.storedPlain');
      name.title = t('columns.scaled', { stored, shown: unit || t('columns.storedPlain') });
    }
    // A pointer selects by rangeMouse.ts, from the press on; a click without one is a key.
    name.addEventListener('click', ({ detail }) => {
      if (detail === 0) context.select(column.id);
    });
    this.button(this.sortButton, 'sort', t('grid.sortBy', { column: columnLabel(column) }), (event) =>
      context.sort(column.id, event.shiftKey || event.ctrlKey),
    );
    this.button(this.filterButton, 'filter', t('grid.filterBy', { column: columnLabel(column) }), () =>
      context.filter(column.id, this.element),
    );
    const menu = document.createElement('button');
    menu.append(svgIcon('chevronDown'));
    this.button(menu, 'menu', t('columns.openMenu', { column: columnLabel(column) }), () => openMenu(menu));
    this.element.append(name, this.sortButton, this.filterButton, menu);
    for (const [edge, columns] of [
      ['before', params.head.hidden.before],
      ['after', params.head.hidden.after],
    ] as const) {
      if (columns.length === 0) continue;
      const mark = document.createElement('button');
      mark.append(svgIcon('hidden'));
      const names = columns.map(columnLabel).join(', ');
      this.button(
        mark,
        `hiddenMark is-${edge}`,
        t('columns.hiddenMark', { count: columns.length, names }),
        () => context.showHidden(columns),
      );
      this.element.append(mark);
    }

    const order = () => {
      const sort = context.sortOf(column.id);
      const icon = svgIcon(sort ? (sort.descending ? 'arrowDown' : 'arrowUp') : 'arrows');
      this.sortButton.replaceChildren(icon, ...(sort && sort.of > 1 ? [String(sort.rank)] : []));
      this.sortButton.classList.toggle('is-on', sort !== null);
      this.filterButton.replaceChildren(svgIcon('funnel'));
      this.filterButton.classList.toggle('is-on', context.isFiltered(column.id));
      params.eGridHeader.setAttribute(
        'aria-sort',
        sort ? (sort.descending ? 'descending' : 'ascending') : 'none',
      );
    };
    const lit = () => {
      const at = store.getState().columns.indexOf(column.id);
      const isLit = allRanges(store.getState()).some((range) => {
        const { left, right } = boundsOf(range);
        return at >= left && at <= right;
      });
      params.eGridHeader.classList.toggle('is-lit', isLit);
    };
    this.stops = [context.onOrder(order), store.subscribe(lit)];
    lit();
    order();
    // AG Grid 36 removes aria-sort after init of a column that is not sortable in its own eyes; set later it stays.
    setTimeout(order);
  }

  private button(
    element: HTMLButtonElement,
    name: string,
    label: string,
    run: (event: MouseEvent) => void,
  ): void {
    element.type = 'button';
    element.className = `${name}`;
    element.setAttribute('aria-label', label);
    element.title = label;
    element.tabIndex = -1;
    element.addEventListener('click', (event) => {
      event.stopPropagation();
      run(event);
    });
  }

  getGui(): HTMLElement {
    return this.element;
  }

  refresh(): boolean {
    // Made anew: a column's words, unit and neighbours are few elements.
    return false;
  }

  destroy(): void {
    for (const stop of this.stops) stop();
  }
}

/** What a right click on the head opens. */
function openMenu(button: HTMLElement): void {
  const { left, bottom } = button.getBoundingClientRect();
  button.dispatchEvent(
    new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: left, clientY: bottom }),
  );
}
