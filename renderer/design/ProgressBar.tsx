import { ProgressBar as AriaProgressBar } from 'react-aria-components';

/** `done` of `total`; without a total it says that work goes on. */
export function ProgressBar({
  label,
  done,
  total,
}: {
  label: string;
  done: number;
  total?: number | undefined;
}) {
  const open = total === undefined || total <= 0;
  const part = open ? 0 : Math.min(1, done / total);
  return (
    <AriaProgressBar
      className={open ? 'ProgressBar is-open' : 'ProgressBar'}
      aria-label={label}
      isIndeterminate={open}
      value={part * 100}
    >
      <i style={open ? undefined : { inlineSize: `${part * 100}%` }} />
    </AriaProgressBar>
  );
}
