import { createVerify } from "node:crypto";
import { type Actor, ApiError } from "./api.ts";
import type { World } from "./world.ts";

/** Longest life GitHub allows a JSON web token, and how far its clock may be off, in seconds. */
const LONGEST_LIFE = 600;
const TOLERANCE = 60;

/** Who an `Authorization` header speaks for. Throws 401 for one that is wrong, outdated or revoked. */
export function authenticate(world: World, header: string | undefined): Actor {
  if (header === undefined) return { kind: "anonymous" };
  const value = /^(?:bearer|token) (\S+)$/i.exec(header)?.[1];
  if (value === undefined) throw badCredentials();
  return value.split(".").length === 3 ? verifyAppToken(world, value) : findToken(world, value);
}

/** 401 as GitHub words it. */
function badCredentials(): ApiError {
  return new ApiError(401, "Bad credentials");
}

function findToken(world: World, value: string): Actor {
  const token = world.tokens.get(value);
  if (token === undefined || token.expiresAt <= world.now() || token.installation.deleted) {
    throw badCredentials();
  }
  if (token.installation.suspendedAt !== undefined) {
    throw new ApiError(403, "This installation has been suspended");
  }
  return { kind: "installation", token };
}

function verifyAppToken(world: World, jwt: string): Actor {
  const [head = "", body = "", signature = ""] = jwt.split(".");
  const verify = createVerify("RSA-SHA256").update(`${head}.${body}`);
  const { alg } = readPart(head);
  if (alg !== "RS256" || !verify.verify(world.app.publicKey, Buffer.from(signature, "base64url"))) {
    throw new ApiError(401, "A JSON web token could not be decoded");
  }
  const { iss, iat, exp } = readPart(body);
  const now = Math.floor(world.now() / 1000);
  if (`${iss}` !== `${world.app.id}`) throw new ApiError(404, "Integration not found");
  if (typeof iat !== "number" || iat > now + TOLERANCE) {
    throw new ApiError(
      401,
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    );
  }
  if (typeof exp !== "number" || exp <= now) {
    throw new ApiError(
      401,
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    );
  }
  if (exp > now + LONGEST_LIFE + TOLERANCE) {
    throw new ApiError(401, "'Expiration time' claim ('exp') is too far in the future");
  }
  return { kind: "app" };
}

function readPart(part: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
