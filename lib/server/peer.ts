import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";
import proxyAddr from "proxy-addr";

/** Says whether an address is one of the configured proxies. */
export type Trust = ReturnType<typeof proxyAddr.compile>;

/**
 * Reads the configured proxies.
 * @param proxies addresses or networks (`10.0.0.7`, `10.0.0.0/8`, `fd00::/8`); none means nobody is believed
 * @throws TypeError when one of them is not an address or network
 */
export function trustOnly(proxies: readonly string[]): Trust {
  return proxyAddr.compile([...proxies]);
}

/**
 * Who is at the other end: the socket's address, or, behind configured proxies, the nearest address in
 * `X-Forwarded-For` that is not one of them. An IPv6 address is returned as its /64, the least one household has:
 * whoever counts requests per peer would otherwise count nothing.
 */
export function truePeer(request: IncomingMessage, trust: Trust): string {
  const claimed: unknown = proxyAddr(request, trust);
  const address = isAddress(claimed) ? claimed : request.socket.remoteAddress;
  return isAddress(address) ? network(address) : "unknown";
}

function isAddress(text: unknown): text is string {
  return typeof text === "string" && ipaddr.isValid(text);
}

function network(address: string): string {
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return parsed.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toNormalizedString()}/64`).toString()}/64`;
}
