import { GraphiQL } from "graphiql";
import { createRoot, type Root } from "react-dom/client";

const defaultQuery = "{\n  me {\n    displayName\n  }\n  generators {\n    name\n    title\n  }\n}\n";

const ask = async (request: { query: string }) => {
  const response = await fetch("/api/graphql", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(request) });
  return response.json();
};

/** GraphiQL as an element of HTML, with a React of its own. */
class GraphiqlElement extends HTMLElement {
  private root: Root | undefined;

  connectedCallback() {
    this.root = createRoot(this);
    this.root.render(<GraphiQL fetcher={ask} defaultQuery={defaultQuery} />);
  }

  disconnectedCallback() {
    this.root?.unmount();
  }
}

customElements.define("boards-graphiql", GraphiqlElement);
