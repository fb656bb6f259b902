import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";

const longestId = 200;

/** How a provider writes the ids of its models, and the addresses of their pages. */
interface IdRules {
  title: string;
  /** For the error, as in `fal-ai/flux/dev`. */
  example: string;
  /** Hosts of pages, each with what comes before the id in the path. */
  hosts: Record<string, string>;
  id: RegExp;
  /** The id in a page's path, where more may follow it. */
  idInPath(path: string): string;
}

/** The id of a model from the id itself or an address of its page. Throws `input.invalid`, naming the field `model`. */
export function modelIdIn(given: string, { title, example, hosts, id, idInPath }: IdRules): string {
  const invalid = (what: string) =>
    new BoardsError("input.invalid", {
      field: "model",
      message: [what, say("reasons.model.idForm", { example, provider: title })].join(" "),
    });
  if (!given) throw invalid(say("reasons.model.id.missing"));
  if (given.length > 2000) throw invalid(say("reasons.model.id.tooLong"));
  const found = /^[a-z]+:\/\//i.test(given) || /^(www\.)?(fal\.ai|replicate\.com)\//i.test(given) ? idInPath(pathOf(given)) : given;
  if (found.length > longestId || !id.test(found)) throw invalid(say("reasons.model.id.invalid"));
  return found;

  function pathOf(address: string): string {
    const url = URL.parse(address.includes("://") ? address : `https://${address}`);
    const host = url?.host.replace(/^www\./, "") ?? "";
    const before = hosts[host];
    if (!url || !/^https?:$/.test(url.protocol) || before === undefined) throw invalid(say("reasons.model.id.foreign", { provider: title }));
    const path = url.pathname.replace(/\/+$/, "").slice(1);
    if (!path.startsWith(before)) throw invalid(say("reasons.model.id.noPage"));
    return path.slice(before.length);
  }
}
