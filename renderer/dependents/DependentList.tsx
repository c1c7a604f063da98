import type { Dependent } from '../../shared/model/dependents.ts';
import { dependentTitle, dependentWords } from './dependentWords.ts';

/** What counts on a part of the project, one line each. */
export function DependentList({ dependents }: { dependents: readonly Dependent[] }) {
  return (
    <ul className="AskedList">
      {dependents.map((dependent) => (
        <li key={`${dependent.kind} ${dependent.place?.id ?? ''} ${dependent.id}`}>
          <b>{dependentTitle(dependent)}</b> <small>{dependentWords(dependent)}</small>
        </li>
      ))}
    </ul>
  );
}
