/** What the tests read of users, wallets, balances, orders and withdrawals alike. */
export interface ReplyData {
  readonly id: string;
  readonly status: string;
  readonly outcome: string | null;
  readonly escrow: { readonly contractId: string | null; readonly status: string } | null;
  readonly transactionHash: string | null;
  readonly failureReason: string | null;
  readonly address: string;
  readonly isActive: boolean;
  readonly available: string;
  readonly reserved: string;
  readonly step: string | null;
  readonly txHash: string | null;
  readonly parkedReason: string | null;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The object of a success; a failure has none of its fields. */
  readonly data: ReplyData;
  /** The code of a failure. */
  readonly code: string | null;
}

export interface RequestOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The gateway as a marketplace's server sees it, without the comfort of the SDK: nothing is tried again. */
export interface GatewayClient {
  request(method: string, path: string, options?: RequestOptions): Promise<Reply>;
  get(path: string): Promise<Reply>;
  post(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Reply>;
}

const PATIENCE_MS = 90_000;

/** `onReply` sees every answer, for tests that search all of them. */
export function gatewayClient(
  gatewayUrl: string,
  apiKey: string,
  onReply: (reply: Reply) => void = () => {},
): GatewayClient {
  const request = async (method: string, path: string, { body, headers }: RequestOptions = {}): Promise<Reply> => {
    const response = await fetch(`${gatewayUrl}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json", ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await response.text();
    const json = JSON.parse(text || "{}") as { data?: ReplyData; error?: { code: string } };
    const reply: Reply = {
      status: response.status,
      headers: response.headers,
      text,
      data: json.data ?? ({} as ReplyData), // reading a field of a failure gives undefined, which no test expects
      code: json.error?.code ?? null,
    };
    onReply(reply);
    return reply;
  };
  return {
    request,
    get: (path) => request("GET", path),
    post: (path, body = {}, headers = {}) => request("POST", path, { body, headers }),
  };
}
