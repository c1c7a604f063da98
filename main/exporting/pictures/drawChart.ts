import type { EChartsOption } from 'echarts';
import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import { GraphicComponent, GridComponent, MarkLineComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, CustomChart, GridComponent, GraphicComponent, MarkLineComponent, SVGRenderer]);

/** A chart as SVG, without a browser. The ids that ECharts counts up over the life of the program are made the drawing's own: same chart, same bytes. */
export function drawChart(option: EChartsOption, size: { width: number; height: number }): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption({ ...option, animation: false });
    return withStableIds(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

function withStableIds(svg: string): string {
  const seen = new Map<string, string>();
  return svg.replace(/\bzr\d+-([a-z]*)-?(\w+)/g, (whole) => {
    const known = seen.get(whole);
    if (known) return known;
    const stable = `mark-${seen.size}`;
    seen.set(whole, stable);
    return stable;
  });
}
