import {
  CellApiModule,
  CellStyleModule,
  ColumnApiModule,
  CustomEditorModule,
  EventApiModule,
  InfiniteRowModelModule,
  ModuleRegistry,
  PinnedRowModule,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
} from 'ag-grid-community';

/** Only what the grid uses: each module is 2 to 40 kB of the program. Sorting and filtering are the engine's. */
export function registerGridModules(): void {
  ModuleRegistry.registerModules([
    InfiniteRowModelModule,
    CustomEditorModule,
    CellStyleModule,
    ColumnApiModule,
    ScrollApiModule,
    PinnedRowModule,
    RowApiModule,
    CellApiModule,
    EventApiModule,
    RenderApiModule,
  ]);
}
