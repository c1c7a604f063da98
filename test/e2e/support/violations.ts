import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * What axe finds against WCAG 2 A and AA, as lines that lead to it: everything in light, and in dark what colours decide, as the rest is
 * the same. The program follows the system's theme until somebody sets one.
 */
export async function violations(page: Page): Promise<string[]> {
  const light = await found(page, 'light', new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']));
  const dark = await found(page, 'dark', new AxeBuilder({ page }).withRules(['color-contrast']));
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark];
}

async function found(page: Page, colorScheme: 'light' | 'dark', builder: AxeBuilder): Promise<string[]> {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction((scheme) => document.documentElement.dataset['theme'] === scheme, colorScheme);
  // What fades in is measured when it is there.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  const { violations: broken } = await builder.analyze();
  return broken.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${colorScheme} ${id}: ${target.join(' ')}: ${failureSummary ?? ''}`,
    ),
  );
}
