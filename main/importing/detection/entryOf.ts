export type Entry = 'credit' | 'debit' | 'net';

const WORDS: Readonly<Record<string, Entry>> = {
  cr: 'credit',
  credit: 'credit',
  credits: 'credit',
  db: 'debit',
  dr: 'debit',
  debit: 'debit',
  debits: 'debit',
  receipt: 'credit',
  receipts: 'credit',
  payment: 'debit',
  payments: 'debit',
  net: 'net',
  balance: 'net',
};

/** What a label says of its account, and the label without it: "9.2 Computer services -Cr" is a credit. Null where it says nothing. */
export function entryOf(label: string): { entry: Entry; label: string } | null {
  const whole = WORDS[label.trim().toLowerCase().replace(/\.$/, '')];
  if (whole) return { entry: whole, label: '' };
  // A word alone is part of the name ("Net exports, balance"): a dash, comma, colon or bracket sets the account apart.
  const parts =
    /^(.*?\S)(?:\s*[-\u2010-\u2015\u2212,:;/]\s*|\s*[([]\s*)(cr|credits?|receipts?|db|dr|debits?|payments?|net|balance)\.?\s*[)\]]?\s*$/i.exec(
      label,
    );
  const entry = WORDS[parts?.[2]?.toLowerCase() ?? ''];
  return parts?.[1] && entry ? { entry, label: parts[1] } : null;
}
