import type { ICellEditorComp, ICellEditorParams } from 'ag-grid-community';

export type CellEditorParams = ICellEditorParams & { startText(row: unknown): string; label: string };

/**
 * The text box inside a cell. A plain class: a React editor loses quick typing after Escape.
 * It hands over the raw text; reading and refusing it is the command's.
 */
export class CellEditor implements ICellEditorComp {
  protected readonly input: HTMLInputElement | HTMLTextAreaElement = document.createElement('input');
  private typed = false;

  init(params: CellEditorParams): void {
    const key = params.eventKey;
    this.typed = key?.length === 1;
    this.input.classList.add('CellEditor');
    this.input.setAttribute('aria-label', params.label);
    this.input.spellcheck = false;
    this.input.value = this.typed && key ? key : key === 'Backspace' ? '' : params.startText(params.data);
  }

  getGui(): HTMLElement {
    return this.input;
  }

  afterGuiAttached(): void {
    this.input.focus();
    // Typing goes on after the first letter; F2 and a double click stand behind the text, as in a spreadsheet.
    this.input.setSelectionRange(this.input.value.length, this.input.value.length);
  }

  getValue(): string {
    return this.input.value;
  }

  /** Arrow keys leave the cell when the edit began by typing, and move in the text otherwise. */
  beganByTyping(): boolean {
    return this.typed;
  }
}
