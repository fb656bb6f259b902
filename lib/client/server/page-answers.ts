/** What a server answers for a page before the page asks. It may travel with the page: nothing in it is a function. */
export interface PageAnswer {
  /** The question, as `questionKey` writes it. */
  key: string;
  /** What the browser's own request would be answered; null where it has to ask. */
  answer: Promise<{
    /** The whole body, as text: React would look at each value of an object on its way. */
    body: string;
    /** Whom it is for, as the header `x-viewer` says it. */
    viewer: string | null;
  } | null>;
}

/** A question of the hooks, as the body of their request. */
export interface PageQuestion {
  key: string;
  body: string;
}

/** How a question is known again: by its name and its variables. */
export const questionKey = (operationName: string, variables: unknown): string => JSON.stringify([operationName, variables]);

/** What nobody asks for within this time would be told as new when it no longer is. */
const keptMs = 10_000;

/** Answers that came with a page, each for the first request that asks its question. */
export class PageAnswers {
  private readonly known = new Map<string, { answer: PageAnswer["answer"]; until: number }>();
  /** A page that is shown again brings what it brought before. */
  private readonly seen = new WeakSet<PageAnswer>();

  /** Keeps the answers of a page that is shown from now on. */
  expect(answers: readonly PageAnswer[]): void {
    for (const each of answers) {
      if (this.seen.has(each)) continue;
      this.seen.add(each);
      this.known.set(each.key, { answer: each.answer, until: Date.now() + keptMs });
    }
  }

  /** The answer to a request, as the server would give it; null where there is none and the server has to be asked. */
  async take({ body }: RequestInit): Promise<Response | null> {
    if (this.known.size === 0 || typeof body !== "string") return null;
    const { operationName, variables } = JSON.parse(body);
    const key = questionKey(operationName, variables);
    const found = this.known.get(key);
    this.known.delete(key);
    if (!found || Date.now() > found.until) return null;
    const answer = await settled(found.answer);
    const headers = { "content-type": "application/json", ...(answer?.viewer ? { "x-viewer": answer.viewer } : {}) };
    return answer && new Response(answer.body, { headers });
  }
}

/** What a page whose stream was cut off did not get is null, too. React's promises can be waited for and nothing else: their `catch` answers nothing. */
async function settled<T>(promise: Promise<T>): Promise<T | null> {
  try {
    return await promise;
  } catch {
    return null;
  }
}
