/** Teams in all countries. Anybody can have another name of this domain, so it is this one only. */
const TEAMS = 'smba.trafficmanager.net';

/** Domains in which Microsoft alone gives out names: Teams of the US government's clouds, and the Bot Framework's channels. */
const DOMAINS = ['.teams.microsoft.com', '.teams.microsoft.us', '.botframework.com', '.botframework.azure.us'];

/**
 * Whether replies may go to a `serviceUrl`: it is one of Microsoft's, or on a host of `more`, by HTTPS on its usual port. Whoever
 * could name another would be sent the replies, and with them a token of the bot.
 */
export function isKnownService(serviceUrl: string, more: readonly string[]): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname, port, username, password } = new URL(serviceUrl);
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '') return false;
  return hostname === TEAMS || DOMAINS.some((domain) => hostname.endsWith(domain)) || more.includes(hostname);
}
