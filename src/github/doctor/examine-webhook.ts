import { at } from "../api/answer.ts";
import type { Client } from "../api/client.ts";
import { WEBHOOK_PATH } from "../events/webhook-path.ts";
import { type Diagnosis, note, well, wrong } from "./diagnosis.ts";

/** Where GitHub sends events and how it fared with the last of them. */
export async function examineWebhook(app: Client): Promise<readonly Diagnosis[]> {
  const configuration = await app.rest("GET /app/hook/config");
  const deliveries = await app.rest("GET /app/hook/deliveries", { per_page: 100 });
  return [...examineConfiguration(configuration), ...examineDeliveries(deliveries)];
}

function examineConfiguration(configuration: unknown): readonly Diagnosis[] {
  const text = at(configuration, "url");
  const url = typeof text === "string" && URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) {
    return [
      wrong("the webhook has no address", `set it to this app's public address with \`${WEBHOOK_PATH}\``),
    ];
  }
  const found = [
    ...(url.pathname.replace(/\/+$/, "") === WEBHOOK_PATH
      ? []
      : [wrong(`the webhook's address ends in \`${url.pathname}\``, `let it end in \`${WEBHOOK_PATH}\``)]),
    ...(url.protocol === "https:" || ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname)
      ? []
      : [
          wrong(
            "the webhook's address is not encrypted",
            "put TLS in front of the app and name it with `https:`",
          ),
        ]),
    ...(at(configuration, "content_type") === "json"
      ? []
      : [wrong("the webhook does not send JSON", "set its content type to `application/json`")]),
    ...(String(at(configuration, "insecure_ssl")) === "0"
      ? []
      : [wrong("the webhook does not check certificates", "enable SSL verification in its settings")]),
    ...(at(configuration, "secret")
      ? []
      : [wrong("the webhook has no secret", "set it to the value of `WEBHOOK_SECRET`")]),
  ];
  return found.length === 0 ? [well(`the webhook goes to \`${url.host}\``)] : found;
}

const MEANINGS: Readonly<Record<number, string>> = {
  401: "its secret is another than `WEBHOOK_SECRET`; set both to one",
  403: "their owner is not in `ALLOWED_OWNERS`",
  404: `its address does not lead to \`${WEBHOOK_PATH}\` of this app`,
  415: "it does not send JSON; set its content type to `application/json`",
  502: "GitHub did not reach the app; check its address, name and firewall",
  504: "the app, or what stands before it, did not answer within ten seconds",
};

function examineDeliveries(deliveries: unknown): readonly Diagnosis[] {
  const codes = (Array.isArray(deliveries) ? deliveries : []).map((each) => Number(at(each, "status_code")));
  if (codes.length === 0) {
    return [note("no event was sent yet", "install the app, open a pull request, and look again")];
  }
  const [newest = 0] = codes;
  if (newest >= 200 && newest < 300) return [well("the last event was taken")];
  const failed = codes.filter((code) => code === newest).length;
  const help = MEANINGS[newest] ?? "read the app's log and the deliveries in its settings";
  return [
    wrong(`the last event was answered with ${newest}, as were ${failed} of the last ${codes.length}`, help),
  ];
}
