"use client";

import { createElement, useEffect, useState } from "react";
import "graphiql/style.css";

/** What draws it, which `npm run generate` has bundled. */
const program = new URL("./generated/graphiql-element.js", import.meta.url).href;

/** GraphiQL, from our own server: it works without any other. */
export function Explorer() {
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    import(/* turbopackIgnore: true */ program).catch(setError);
  }, []);
  // Shown by the page for errors.
  if (error) throw error;
  return <div className="h-dvh">{createElement("boards-graphiql", { style: { display: "block", height: "100%" } })}</div>;
}
