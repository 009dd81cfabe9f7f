import { NATIVE } from "../addresses.ts";

export interface AssetParts {
  readonly asset_type: string;
  readonly asset_code?: string;
  readonly asset_issuer?: string;
}

/** "CODE:ISSUER" in the three fields that Horizon gives it. */
export function assetParts(name: string): AssetParts {
  if (name === NATIVE) return { asset_type: "native" };
  const [asset_code = "", asset_issuer = ""] = name.split(":");
  return { asset_type: asset_code.length <= 4 ? "credit_alphanum4" : "credit_alphanum12", asset_code, asset_issuer };
}
