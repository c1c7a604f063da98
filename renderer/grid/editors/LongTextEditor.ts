import { CellEditor, type CellEditorParams } from '../CellEditor.ts';

/** Text over the cell in as many lines as it needs; alt and Enter begins a new one. */
export class LongTextEditor extends CellEditor {
  protected override readonly input: HTMLTextAreaElement = document.createElement('textarea');

  override init(params: CellEditorParams): void {
    super.init(params);
    this.input.classList.add('is-long');
    this.input.rows = 1;
    this.input.style.minWidth = `${params.eGridCell.getBoundingClientRect().width}px`;
    this.input.addEventListener('input', () => this.grow());
    this.input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      const { selectionStart: from, selectionEnd: to } = this.input;
      this.input.setRangeText('\n', from, to, 'end');
      this.grow();
    });
  }

  isPopup(): boolean {
    return true;
  }

  getPopupPosition(): 'over' {
    return 'over';
  }

  override afterGuiAttached(): void {
    super.afterGuiAttached();
    this.grow();
  }

  private grow(): void {
    this.input.style.height = 'auto';
    this.input.style.height = `${Math.min(240, this.input.scrollHeight + 2)}px`;
  }
}
