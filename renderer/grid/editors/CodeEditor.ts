import { CellEditor, type CellEditorParams } from '../CellEditor.ts';
import { EditorList } from './EditorList.ts';
import { codeOfText, completionOf, type Suggestion, suggestionsFor } from './suggestions.ts';

type Params = CellEditorParams & { listLabel: string; suggest(): Promise<readonly Suggestion[]> };

/** Codes, typed by label or code: the rest of a label is offered behind the caret, alt and the arrow down opens the list. Other text is taken as it is. */
export class CodeEditor extends CellEditor {
  protected override readonly input: HTMLInputElement = document.createElement('input');
  private all: readonly Suggestion[] = [];
  private list: EditorList | null = null;
  /** What the list is to show, where it was opened: the codes may arrive later. */
  private wanted: string | null = null;

  override init(params: Params): void {
    super.init(params);
    const list = new EditorList(this.input, params.listLabel, ({ code }) => {
      this.input.value = code;
      list.close();
      params.stopEditing();
    });
    this.list = list;
    params.suggest().then(
      (all) => {
        this.all = all;
        if (this.wanted !== null) this.open(this.wanted);
      },
      // Without the codes any text can still be typed.
      () => undefined,
    );
    this.input.addEventListener('input', (event) => {
      this.open();
      const isDeleting = event instanceof InputEvent && event.inputType.startsWith('delete');
      const typed = this.input.value;
      const rest =
        isDeleting || this.input.selectionEnd !== typed.length ? '' : completionOf(this.all, typed);
      if (rest === '') return;
      this.input.value = typed + rest;
      this.input.setSelectionRange(typed.length, typed.length + rest.length);
    });
    this.input.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      if (event.altKey && !list.isOpen) this.open('');
      else if (list.isOpen) {
        const chosen = list.mark(event.key === 'ArrowDown' ? 1 : -1);
        if (chosen) this.input.value = chosen.label;
      } else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  /** Shows what fits the text, or all codes. */
  open(typed = this.input.value): void {
    this.wanted = typed;
    this.list?.show(suggestionsFor(this.all, typed));
  }

  override getValue(): string {
    return this.list?.choice?.code ?? codeOfText(this.all, this.input.value);
  }

  destroy(): void {
    this.wanted = null;
    this.list?.close();
  }
}
