"use client";

import dynamic from "next/dynamic";
import "graphiql/style.css";

// It draws on the window as soon as it is loaded, so the server leaves it alone.
const GraphiQL = dynamic(() => import("graphiql").then((module) => module.GraphiQL), { ssr: false });

const ask = async (request: { query: string }) => {
  const response = await fetch("/api/graphql", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(request) });
  return response.json();
};

/** GraphiQL, from our own bundle: it works without any other server. */
export function Explorer() {
  return (
    <div className="h-dvh">
      <GraphiQL fetcher={ask} defaultQuery={"{\n  me {\n    displayName\n  }\n  generators {\n    name\n    title\n  }\n}\n"} />
    </div>
  );
}
