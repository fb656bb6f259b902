/** Takes a change back; false when there is nothing to take back any more. */
export type Undo = () => unknown;

const mostSteps = 50;

/** A change on the stack. */
export interface UndoStep {
  /** Takes just this one back, once. */
  undo: () => void;
  /** Leaves it as it is: it can't be taken back any more. */
  forget: () => void;
  /** Whether it still can be taken back. */
  isLeft: () => boolean;
  /** Calls `listener` when it is taken back, from wherever that was asked for: what offers it then offers nothing any more. */
  onTaken: (listener: () => void) => void;
}

/** The changes made on a page that can be taken back, the latest last. Each is taken back once, from wherever it is asked for. */
export class UndoStack {
  private steps: Undo[] = [];
  private takingBack: Promise<unknown> = Promise.resolve();

  /** Adds a change. */
  push(undo: Undo): UndoStep {
    const listeners: (() => void)[] = [];
    const step = () => {
      for (const listener of listeners) listener();
      return undo();
    };
    this.steps = [...this.steps, step].slice(-mostSteps);
    const isLeft = () => this.steps.includes(step);
    const forget = () => {
      this.steps = this.steps.filter((each) => each !== step);
    };
    const take = () => {
      if (!isLeft()) return;
      forget();
      void step();
    };
    return { undo: take, forget, isLeft, onTaken: (listener) => void listeners.push(listener) };
  }

  /**
   * Adds a change while it is being made. Whoever takes it back before it is made means this one, not the one before: that happens once it is made. Such
   * changes are taken back one after another. One that fails is forgotten.
   */
  pushMaking<Made>(making: Promise<Made>, undo: (made: Made) => unknown): UndoStep {
    const step = this.push(() => {
      // What goes wrong in making or taking back is told by those who do it.
      this.takingBack = Promise.all([making, this.takingBack])
        .then(([made]) => undo(made))
        .catch(() => undefined);
    });
    making.catch(step.forget);
    return step;
  }

  /** Takes back the latest change that still can be; false when there is none. */
  readonly undoLast = (): boolean => {
    for (let step = this.steps.pop(); step; step = this.steps.pop()) if (step() !== false) return true;
    return false;
  };
}
