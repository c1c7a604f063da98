import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { t } from '../i18n/index.ts';
import { Icon } from './Icon.tsx';

export interface ChipProps {
  /** What the value is of: "Month". */
  name?: string | undefined;
  children: ReactNode;
  tone?: 'plain' | 'selection' | 'off' | undefined;
  onRemove?: (() => void) | undefined;
  onPress?: (() => void) | undefined;
  /** For the remove button, where `children` is no text. */
  removeLabel?: string | undefined;
}

export function Chip({ name, children, tone = 'plain', onRemove, onPress, removeLabel }: ChipProps) {
  const words = (
    <>
      {name && <span className="k">{name}</span>}
      {children}
    </>
  );
  const className = ['Chip', tone !== 'plain' && `is-${tone}`, onRemove && 'is-removable'].filter(Boolean);
  return (
    <span className={className.join(' ')}>
      {onPress ? (
        <Button
          className="chip-text"
          onPress={onPress}
          {...(tone !== 'plain' && { 'aria-pressed': tone === 'selection' })}
        >
          {words}
        </Button>
      ) : (
        <span className="chip-text">
          {name && <span className="k">{name} </span>}
          {children}
        </span>
      )}
      {onRemove && (
        <Button
          className="x"
          onPress={onRemove}
          aria-label={removeLabel ?? t('app.action.removeNamed', { name: chipName(name, children) })}
        >
          <Icon icon={X} small />
        </Button>
      )}
    </span>
  );
}

function chipName(name: string | undefined, children: ReactNode): string {
  return [name, typeof children === 'string' ? children : undefined].filter(Boolean).join(' ');
}
