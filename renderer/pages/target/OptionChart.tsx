import type { EChartsOption } from 'echarts';
import type { EChartsType } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import type { ChartTheme } from '../../../shared/charts/chart.ts';
import { openChart } from '../../charts/echarts.ts';
import { useThemeVersion, windowTheme } from '../../charts/themeTokens.ts';

interface OptionChartProps {
  /** A sentence for those who do not see the chart. */
  label: string;
  option(theme: ChartTheme): EChartsOption;
}

/** A drawing that is made for one page and is no view: it has no selection and no tooltip, its figures are printed in it. */
export function OptionChart({ label, option }: OptionChartProps) {
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
    chart.setOption(option(windowTheme(size.width, size.height)), { notMerge: true, silent: true });
  }, [chart, size, option, version]);

  return <div ref={box} className="Chart" role="img" aria-label={label} />;
}
