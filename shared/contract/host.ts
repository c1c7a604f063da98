/**
 * What a window asks of the program around it, beyond the workbench. Two small implementations: renderer/app/browserHost.ts
 * (our own dialogs) and the one that main/shell's preload exposes as `window.tijaratHost` (native ones). Absent = not to be had: hide it.
 */
export interface Host {
  readonly kind: 'electron' | 'browser';
  readonly platform: 'win32' | 'darwin' | 'linux';
  /** A path to open, or null when the user turned back. `filters` name kinds of files by extension without dot. */
  pickOpen?(options: {
    title: string;
    folder?: string;
    filters: readonly FileFilter[];
  }): Promise<string | null>;
  /** Several paths; none when the user turned back. */
  pickOpenMany?(options: {
    title: string;
    folder?: string;
    filters: readonly FileFilter[];
  }): Promise<readonly string[]>;
  pickSave?(options: {
    title: string;
    folder?: string;
    name: string;
    filters: readonly FileFilter[];
  }): Promise<string | null>;
  /** The path of a dropped file, where the host knows it; a browser does not and sends a copy. */
  pathOf?(file: File): string | null;
  setWindow(state: { title: string; dirty: boolean; path?: string }): void;
  /** The user wants to close the window: answer whether it may. */
  onCloseAsked?(answer: () => Promise<boolean>): void;
  closeWindow?(): void;
  showInFolder?(path: string): void;
  copyPicture?(png: Uint8Array): Promise<void>;
  /** Menu commands chosen in a native menu, by command id. */
  onCommand?(run: (id: string) => void): void;
  setMenu?(menu: readonly MenuEntry[]): void;
}

export interface FileFilter {
  readonly name: string;
  readonly extensions: readonly string[];
}

export interface MenuEntry {
  readonly label: string;
  readonly items: readonly {
    readonly id: string;
    readonly label: string;
    readonly shortcut?: string;
    readonly enabled: boolean;
    readonly checked?: boolean;
  }[];
}
