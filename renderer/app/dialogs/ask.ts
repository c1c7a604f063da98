import { create } from 'zustand';

export interface Question {
  title: string;
  text: string;
  /** What it is about, one line each. */
  list?: readonly { label: string; note: string }[];
  /** The last one is the proposed answer; one marked `apart` stands at the other end. */
  choices: readonly {
    id: string;
    label: string;
    variant?: 'primary' | 'danger' | 'quiet';
    apart?: boolean;
  }[];
}

interface Asked {
  question: Question | null;
  answer: (id: string | null) => void;
}

/** The question that AskDialog shows, if any. */
export const useQuestion = create<Asked>(() => ({ question: null, answer: () => {} }));

/** Asks and waits: the id of the choice, or null where the user turned back (Escape). */
export function ask(question: Question): Promise<string | null> {
  useQuestion.getState().answer(null);
  return new Promise((resolve) => {
    useQuestion.setState({
      question,
      answer: (id) => {
        useQuestion.setState({ question: null, answer: () => {} });
        resolve(id);
      },
    });
  });
}
