import { CellEditor, type CellEditorParams } from '../CellEditor.ts';

type Params = CellEditorParams & { understood(text: string): string; thisMonth(): string };

/** A period in any usual spelling; what it is understood as stands under the cell while it is typed. */
export class PeriodEditor extends CellEditor {
  private readonly said = document.createElement('output');
  private understood: Params['understood'] = () => '';

  override init(params: Params): void {
    super.init(params);
    this.understood = params.understood;
    this.said.className = 'EditorHint';
    this.input.addEventListener('input', () => this.say());
    this.input.addEventListener('keydown', (event) => {
      if (!(event instanceof KeyboardEvent) || event.key !== ';' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      this.input.value = params.thisMonth();
      this.say();
    });
  }

  override afterGuiAttached(): void {
    super.afterGuiAttached();
    this.say();
  }

  destroy(): void {
    this.said.remove();
  }

  private say(): void {
    const words = this.input.value.trim() === '' ? '' : this.understood(this.input.value);
    this.said.textContent = words;
    if (words === '') {
      this.said.remove();
      return;
    }
    document.body.append(this.said);
    const cell = (this.input.closest('[role="gridcell"]') ?? this.input).getBoundingClientRect();
    Object.assign(this.said.style, { left: `${cell.left}px`, top: `${cell.bottom + 2}px` });
  }
}
