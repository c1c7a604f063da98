import {
  Database,
  FileSpreadsheet,
  Flag,
  LayoutDashboard,
  type LucideIcon,
  Presentation,
  Quote,
  Table2,
  Target,
} from 'lucide-react';
import type { Settings } from '../../../shared/contract/app.ts';
import { formatNumber } from '../../../shared/formats/formatNumber.ts';
import type { Document } from '../../../shared/model/document.ts';
import type { Place } from '../navigation.ts';

export type NavKind = 'pages' | 'tables' | 'targets' | 'decks' | 'notes' | 'sources';

export interface NavEntry {
  id: string;
  title: string;
  icon: LucideIcon;
  place: Extract<Place, { id: string }>;
  /** At the end of the line: rows, slides, a goal. */
  end?: string;
}

export interface NavGroup {
  kind: NavKind;
  entries: NavEntry[];
}

/** What the navigator lists, group by group, in the document's order. Groups without entries stay where something can be added. */
export function navGroups(document: Document, numbers: Settings['numbers']): NavGroup[] {
  const whole = (value: number) => formatNumber(value, { decimals: 0, thousands: true, style: numbers });
  const tables = (kinds: readonly string[]): NavEntry[] =>
    document.tables
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ id, title, kind, rowCount }) => ({
        id,
        title,
        icon: kind === 'events' ? Flag : kind === 'claims' ? Quote : Table2,
        place: { kind: 'table', id },
        end: whole(rowCount),
      }));
  const groups: NavGroup[] = [
    {
      kind: 'pages',
      entries: document.pages.map(({ id, title }) => ({
        id,
        title,
        icon: LayoutDashboard,
        place: { kind: 'page', id },
      })),
    },
    { kind: 'tables', entries: tables(['data']) },
    {
      kind: 'targets',
      entries: document.targets.map(({ id, title, goal, unit }) => ({
        id,
        title,
        icon: Target,
        place: { kind: 'target', id },
        end: shortGoal(goal, unit, numbers),
      })),
    },
    {
      kind: 'decks',
      entries: document.decks.map(({ id, title, slides }) => ({
        id,
        title,
        icon: Presentation,
        place: { kind: 'deck', id },
        end: whole(slides.length),
      })),
    },
    { kind: 'notes', entries: tables(['events', 'claims']) },
    {
      kind: 'sources',
      entries: document.sources.map(({ id, title, fileName, rows }) => ({
        id,
        title,
        icon: /\.(xls[xmb]?|ods)$/i.test(fileName) ? FileSpreadsheet : Database,
        place: { kind: 'source', id },
        end: whole(rows),
      })),
    },
  ];
  return groups.filter(
    ({ kind, entries }) => entries.length > 0 || ['pages', 'tables', 'decks'].includes(kind),
  );
}

/** 4,000 US$ million is US$4.0 bn. */
export function shortGoal(goal: number, unit: string, numbers: Settings['numbers']): string {
  const money = /^(\S+) million$/.exec(unit);
  const number = (value: number, decimals: number) =>
    formatNumber(value, { decimals, thousands: true, style: numbers });
  if (money?.[1] && goal >= 1000) return `${money[1]}${number(goal / 1000, 1)} bn`;
  if (money?.[1]) return `${money[1]}${number(goal, 0)} m`;
  return `${number(goal, Number.isInteger(goal) ? 0 : 1)} ${unit}`;
}
