import type { CSSProperties, ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { useNavigation } from '../navigation.ts';
import { Navigator } from '../navigator/Navigator.tsx';
import { PanelEdge } from './PanelEdge.tsx';
import { StatusBar } from './StatusBar.tsx';
import { TitleBar } from './TitleBar.tsx';
import { closeDrawers, useDrawers } from './useDrawers.ts';
import { useNarrow } from './useNarrow.ts';
import { usePanels } from './usePanels.ts';

/**
 * The frame of an open project. `children` fill the page and the filter bar below it, `inspector` the panel at the end.
 * In narrow windows (and at 200 % zoom) the inspector, then the navigator, become drawers over the page.
 */
export function Workbench({ children, inspector }: { children: ReactNode; inspector: ReactNode | null }) {
  const { navigatorShown, inspectorShown } = useNavigation();
  const { navigator, inspector: inspectorWidth, resize } = usePanels();
  const narrow = useNarrow();

  useDrawers(narrow);

  const hasSide = inspector !== null && inspectorShown;
  const hasDrawer = (narrow.navigator && navigatorShown) || (narrow.inspector && hasSide);
  const style = {
    '--navigator': navigatorShown && !narrow.navigator ? `${navigator}px` : '0px',
    '--inspector': hasSide && !narrow.inspector ? `${inspectorWidth}px` : '0px',
  } as CSSProperties; // custom properties are no keys of CSSProperties
  return (
    <div className="Workbench" style={style}>
      <TitleBar />
      {navigatorShown && (
        <nav
          className={narrow.navigator ? 'Panel is-start is-drawer' : 'Panel is-start'}
          aria-label={t('app.panel.navigator')}
          style={{ inlineSize: navigator }}
        >
          <Navigator />
          <PanelEdge
            label={t('app.panel.navigatorWidth')}
            side="start"
            width={navigator}
            onResize={(width) => resize({ navigator: width })}
          />
        </nav>
      )}
      {children}
      {hasDrawer && <div className="DrawerVeil" onPointerDown={() => closeDrawers(narrow)} />}
      {hasSide && (
        <aside
          className={narrow.inspector ? 'Panel is-end is-drawer' : 'Panel is-end'}
          aria-label={t('app.panel.inspector')}
          style={{ inlineSize: inspectorWidth }}
        >
          <div className="Inspector">{inspector}</div>
          <PanelEdge
            label={t('app.panel.inspectorWidth')}
            side="end"
            width={inspectorWidth}
            onResize={(width) => resize({ inspector: width })}
          />
        </aside>
      )}
      <StatusBar />
    </div>
  );
}
