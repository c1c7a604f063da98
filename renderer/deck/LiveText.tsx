import { liveParts } from '../../shared/figures/liveText.ts';
import { useSettings } from '../app/useSettings.ts';
import type { SlideContent } from './useSlideContent.ts';

interface LiveTextProps {
  text: string;
  figures: SlideContent['figures'];
  /** Live figures are underlined where the text can be edited. */
  marked?: boolean | undefined;
}

/** A text with its live figures printed. */
export function LiveText({ text, figures, marked = false }: LiveTextProps) {
  const numbers = useSettings((settings) => settings.numbers);
  let at = 0;
  return liveParts(text, figures, numbers).map((part) => {
    const key = at++;
    if (part.kind === 'words') return <span key={key}>{part.text}</span>;
    if (!marked)
      return (
        <span key={key} className="figure">
          {part.text}
        </span>
      );
    const isWrong = part.figure === undefined || part.figure.problem !== undefined;
    return (
      <span
        key={key}
        className={isWrong ? 'LiveFigure is-wrong' : 'LiveFigure'}
        title={part.figure?.problem?.message ?? part.figure?.reckoning}
      >
        {part.text}
      </span>
    );
  });
}
