/** Sets what a change names. A property that is named with `undefined` is taken away: that is how a window clears an optional one. */
export function assignChange<T extends object>(target: T, change: Partial<Record<keyof T, unknown>>): void {
  for (const key of Object.keys(change) as (keyof T)[]) {
    if (change[key] === undefined) delete target[key];
    else target[key] = change[key] as T[keyof T]; // the schema of the command has checked it
  }
}
