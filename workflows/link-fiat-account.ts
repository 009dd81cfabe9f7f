import { allHandlersFinished, condition, setHandler } from "@temporalio/workflow";
import { asking } from "./activity-options.ts";
import { type FiatLink, type LinkFiatAccount, linkUpdate } from "./contracts/fiat-link.ts";
import { apiErrorOf, refusal, sortFailure } from "./steps/step-failure.ts";

/** Nobody waits for a link longer: whoever asks again starts another run. */
const PATIENCE = "60 s";

/** Ties a user to their account at the fiat provider. Nothing moves, so nothing is parked: what could not be asked is refused. */
export async function linkFiatAccount(): Promise<FiatLink | null> {
  const asked = { count: 0, isUnderWay: false, link: null as FiatLink | null };
  setHandler(linkUpdate, async (request: LinkFiatAccount) => {
    asked.count += 1;
    while (asked.isUnderWay) await condition(() => !asked.isUnderWay); // two at once would both find no link
    asked.isUnderWay = true;
    try {
      asked.link = await asking.fiatLinkUser(request);
      return asked.link;
    } catch (error) {
      throw apiErrorOf(error) ?? unreachable(error);
    } finally {
      asked.isUnderWay = false;
    }
  });
  await condition(() => asked.count > 0, PATIENCE);
  await condition(allHandlersFinished);
  return asked.link;
}

function unreachable(error: unknown): unknown {
  const { problem, message } = sortFailure(error);
  return refusal("PROVIDER_UNAVAILABLE", { provider: "airtm", reason: problem }, message);
}
