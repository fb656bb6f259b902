/** Takes a change back; false when there is nothing to take back any more. */
export type Undo = () => unknown;

const mostSteps = 50;

/** The changes made on a board's page that can be taken back, the latest last. Each is taken back once, from wherever it is asked for. */
export class UndoStack {
  private steps: Undo[] = [];

  /** Adds a change; what is answered takes just this one back. */
  push(undo: Undo): () => void {
    const step = () => undo();
    this.steps = [...this.steps, step].slice(-mostSteps);
    return () => {
      if (!this.steps.includes(step)) return;
      this.steps = this.steps.filter((each) => each !== step);
      void step();
    };
  }

  /** Takes back the latest change that still can be; false when there is none. */
  readonly undoLast = (): boolean => {
    for (let step = this.steps.pop(); step; step = this.steps.pop()) if (step() !== false) return true;
    return false;
  };
}
