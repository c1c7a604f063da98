import type { NativeChart } from '../../../shared/charts/chart.ts';
import type { Slide } from '../../../shared/model/deck.ts';

/** A deck with everything worked out: the writer asks nobody. */
export interface ResolvedDeck {
  readonly id: string;
  readonly title: string;
  readonly slides: readonly ResolvedSlide[];
}

export interface ResolvedSlide {
  readonly id: string;
  readonly layout: Slide['layout'];
  readonly title: string;
  readonly subtitle?: string;
  readonly chart?: ResolvedChart;
  /** Figures beside the chart, or the big one of a cover: "392 m" and its words. */
  readonly aside: readonly { readonly figure: string; readonly words: string }[];
  /** Rows of a table slide; the first is the header. */
  readonly rows: readonly (readonly string[])[];
  readonly source?: string;
  readonly notes?: string;
}

export interface ResolvedChart {
  /** Stable for ever: slide and view. A later export finds its chart by it. */
  readonly id: string;
  /** For the selection pane. */
  readonly name: string;
  /** For those who do not see the chart. */
  readonly alt: string;
  readonly chart: NativeChart;
}
