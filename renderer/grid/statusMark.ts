export type StatusTone = 'reported' | 'first' | 'revised' | 'derived';

/** The mark before a status: a disc for what was reported, a ring for a first print, petrol for a revision, a diamond for what is reckoned. */
export function statusTone(text: string): StatusTone {
  if (/revis/i.test(text)) return 'revised';
  if (/deriv|comput|calc|estimat|residual/i.test(text)) return 'derived';
  if (/first/i.test(text)) return 'first';
  return 'reported';
}

/** A status as a cell shows it. */
export function statusMark(text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = `StatusMark is-${statusTone(text)}`;
  element.append(document.createElement('i'), text.replaceAll('_', ' '));
  return element;
}
