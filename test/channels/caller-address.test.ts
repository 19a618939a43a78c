import { callerAddress } from '../../src/channels/caller-address.js';

const from = (remoteAddress: string, forwarded: string | undefined, proxies: number) =>
  callerAddress({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress } } as never, proxies);

test.each([
  ['a caller without a proxy', '192.0.2.7', undefined, 0, '192.0.2.7'],
  ['a caller who names another, where no proxy is set', '192.0.2.7', '198.51.100.1', 0, '192.0.2.7'],
  ['who called the proxy', '127.0.0.1', '198.51.100.1', 1, '198.51.100.1'],
  ['who called the proxy, whatever he says himself', '127.0.0.1', '10.0.0.1, 198.51.100.1', 1, '198.51.100.1'],
  ['who called the first of two proxies', '127.0.0.1', '1.1.1.1, 198.51.100.1, 10.0.0.2', 2, '198.51.100.1'],
  ['who goes round the proxy', '192.0.2.7', undefined, 1, '192.0.2.7'],
  ['IPv4 written as IPv6', '::ffff:192.0.2.7', undefined, 0, '192.0.2.7'],
  ['the first half of IPv6', '2001:db8:0:42:aaaa:bbbb:cccc:dddd', undefined, 0, '2001:db8:0:42'],
  ['IPv6 in short', '2001:0db8::1', undefined, 0, '2001:db8:0:0'],
  ['this machine', '::1', undefined, 0, '0:0:0:0'],
])('%s is told by address', (_who, remote, forwarded, proxies, address) => {
  expect(from(remote, forwarded, proxies)).toBe(address);
});
