import { describe, expect, it } from "vitest";
import { simulatedAccess } from "@/lib/generators/provider-keys/provider-access";
import { openBench, outputsOf, plainSubmission, providerOf, reasonOf } from "@/lib/generators/testing/driver-bench";

const bench = openBench();
const luma = providerOf("luma");
const access = simulatedAccess(luma);
const endpoint = "image:photon-1";

/** What the provider is asked for while something is done. */
async function momentsOf(work: () => Promise<unknown>): Promise<string[]> {
  const moments: string[] = [];
  bench.simulator.onMoment = (moment) => moments.push(moment);
  await work().finally(() => {
    bench.simulator.onMoment = undefined;
  });
  return moments;
}

describe("a package that would ask again and again within one call", () => {
  it("is stopped at its first question, and taken up later by the job's id alone", async () => {
    let job = { externalJobId: "", endpoint };
    const starting = await momentsOf(async () => {
      job = { ...(await luma.start(access, plainSubmission(endpoint, "image"))), endpoint };
    });
    expect(starting).toEqual(["submit begun"]);
    expect(job.externalJobId).toBe(bench.lastJob().id);

    const asking = await momentsOf(async () => {
      const [address] = outputsOf(await luma.status(access, job), { output: "images[].url" });
      // Fetching it within the call could lose what was paid for.
      expect(address).toBe(`${bench.simulator.url}/storage.cdn-luma.com/files/${job.externalJobId}/0`);
    });
    expect(asking).toEqual(["status asked for"]);
  });

  it("is asked for no job by what is no id of one", async () => {
    const asking = await momentsOf(async () => {
      expect(await reasonOf(luma.status(access, { externalJobId: "../../v1/other", endpoint }))).toBe("provider.bad_input");
    });
    expect(asking).toEqual([]);
  });
});

describe("what a package refuses by itself", () => {
  const starts = (request: Record<string, string | string[]>, at = endpoint) =>
    momentsOf(async () => {
      expect(await reasonOf(luma.start(access, plainSubmission(at, "image", request)))).toBe("provider.bad_input");
    });

  it("is a fault of the inputs, and nothing is sent", async () => {
    const mask = "data:image/png;base64,iVBORw0KGgo=";
    expect(await starts({ prompt: "a fox", images: ["https://files.example/a.png"], mask })).toEqual([]);
  });

  it.each(["video:ray-2", "dance:photon-1", "photon-1"])("and so is the endpoint %s", async (at) => {
    expect(await starts({ prompt: "a fox" }, at)).toEqual([]);
  });
});
