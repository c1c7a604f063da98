import type { Suggestion } from './suggestions.ts';

let made = 0;

/** A list under a cell's editor. The keyboard stays in the text; the list only shows what it would take. */
export class EditorList {
  private readonly box = document.createElement('div');
  private shown: readonly Suggestion[] = [];
  private marked = -1;
  private readonly input: HTMLInputElement;
  private readonly take: (one: Suggestion) => void;

  constructor(input: HTMLInputElement, label: string, take: (one: Suggestion) => void) {
    this.input = input;
    this.take = take;
    made += 1;
    this.box.id = `editor-list-${made}`;
    this.box.className = 'EditorList';
    this.box.setAttribute('role', 'listbox');
    this.box.setAttribute('aria-label', label);
    // A press on the list must not end the edit.
    for (const name of ['pointerdown', 'mousedown']) {
      this.box.addEventListener(name, (event) => event.preventDefault());
    }
    this.box.addEventListener('click', (event) => {
      const option = event.target instanceof Element ? event.target.closest('[role="option"]') : null;
      const chosen = option && this.shown[[...this.box.children].indexOf(option)];
      if (chosen) this.take(chosen);
    });
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'both');
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('aria-controls', this.box.id);
  }

  get isOpen(): boolean {
    return this.box.isConnected;
  }

  /** What the arrows lead to; nothing until one was pressed. */
  get choice(): Suggestion | undefined {
    return this.isOpen ? this.shown[this.marked] : undefined;
  }

  show(suggestions: readonly Suggestion[]): void {
    this.shown = suggestions;
    this.marked = -1;
    this.input.removeAttribute('aria-activedescendant');
    if (suggestions.length === 0) {
      this.close();
      return;
    }
    this.box.replaceChildren(
      ...suggestions.map(({ code, label }, i) => {
        const option = document.createElement('div');
        option.setAttribute('role', 'option');
        option.id = `${this.box.id}-${i}`;
        option.append(label);
        if (label !== code) {
          const aside = document.createElement('small');
          aside.append(code);
          option.append(aside);
        }
        return option;
      }),
    );
    document.body.append(this.box);
    this.input.setAttribute('aria-expanded', 'true');
    const cell = (this.input.closest('[role="gridcell"]') ?? this.input).getBoundingClientRect();
    const below = window.innerHeight - cell.bottom;
    const height = Math.min(240, this.box.scrollHeight + 2);
    Object.assign(this.box.style, {
      left: `${cell.left}px`,
      minWidth: `${cell.width}px`,
      top: `${below < height + 8 ? cell.top - height : cell.bottom}px`,
    });
  }

  mark(by: 1 | -1): Suggestion | undefined {
    const count = this.shown.length;
    if (count === 0) return undefined;
    this.marked = this.marked < 0 ? (by > 0 ? 0 : count - 1) : (this.marked + by + count) % count;
    for (const [i, option] of [...this.box.children].entries()) {
      option.setAttribute('aria-selected', String(i === this.marked));
      if (i === this.marked) option.scrollIntoView({ block: 'nearest' });
    }
    this.input.setAttribute('aria-activedescendant', `${this.box.id}-${this.marked}`);
    return this.shown[this.marked];
  }

  close(): void {
    this.box.remove();
    this.input.setAttribute('aria-expanded', 'false');
  }
}
