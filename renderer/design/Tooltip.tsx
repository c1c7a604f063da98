import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import { shortcutText } from './shortcutText.ts';

interface TooltipProps {
  text: string;
  shortcut?: string | undefined;
  /** One react-aria control: a Button, a ToggleButton, or a Focusable. */
  children: ReactNode;
}

/** Words that appear after a moment over a control, on hover and on keyboard focus, with its shortcut. */
export function Tooltip({ text, shortcut, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={50}>
      {children}
      <AriaTooltip className="Tooltip" offset={5}>
        {text}
        {shortcut && <kbd className="Kbd">{shortcutText(shortcut)}</kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
