import { create } from 'zustand';
import type { FileFilter } from '../../../shared/contract/host.ts';

export interface FileQuestion {
  mode: 'open' | 'save';
  /** Several may be chosen. */
  many?: boolean;
  title: string;
  folder?: string;
  name?: string;
  filters: readonly FileFilter[];
}

interface Asked {
  question: FileQuestion | null;
  answer: (paths: readonly string[] | null) => void;
}

/** The question that FileDialog shows, if any. */
export const useFileQuestion = create<Asked>(() => ({ question: null, answer: () => {} }));

/** Asks for a path (or several) in our own file dialog; null where the user turned back. A question that was open is turned back. */
export function askFile(question: FileQuestion): Promise<readonly string[] | null> {
  useFileQuestion.getState().answer(null);
  return new Promise((resolve) => {
    useFileQuestion.setState({
      question,
      answer: (paths) => {
        useFileQuestion.setState({ question: null, answer: () => {} });
        resolve(paths);
      },
    });
  });
}
