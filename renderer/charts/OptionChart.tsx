import type { EChartsOption } from 'echarts';
import type { EChartsType } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import type { ChartTheme } from '../../shared/charts/chart.ts';
import { openChart } from './echarts.ts';
import { useThemeVersion, windowTheme } from './themeTokens.ts';

interface OptionChartProps {
  /** A sentence for those who do not see the chart. */
  label: string;
  option(theme: ChartTheme): EChartsOption;
  /** Colours and faces for a size; the window's unless told otherwise. */
  theme?: ((width: number, height: number) => ChartTheme) | undefined;
}

/** A drawing without selection and tooltip, as on slides and on a target's page: its figures are printed in it. */
export function OptionChart({ label, option, theme = windowTheme }: OptionChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<EChartsType | null>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const version = useThemeVersion();

  useEffect(() => {
    if (!box.current) return;
    const element = box.current;
    const made = openChart(element);
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    setChart(made);
    return () => {
      observer.disconnect();
      made.dispose();
      setChart(null);
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme draws the same option in other colours
  useEffect(() => {
    if (!chart || size.width === 0) return;
    chart.resize();
    chart.setOption(option(theme(size.width, size.height)), { notMerge: true, silent: true });
  }, [chart, size, option, theme, version]);

  return <div ref={box} className="Chart" role="img" aria-label={label} />;
}
