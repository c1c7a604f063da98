/** A code list: what an office means by its codes. Attached to a column whose values mostly are such codes. */
export interface Classification {
  id: string;
  title: string;
  /** The SDMX concept that columns under this list share. */
  concept: string;
  labels: Readonly<Record<string, string>>;
  /** Child -> parent. */
  parents: Readonly<Record<string, string>>;
  /** Codes in the order of the publication. */
  order: readonly string[];
}
