import { isKnownService } from '../../../src/channels/bot-framework/service-hosts.js';

test.each([
  'https://smba.trafficmanager.net/emea/',
  'https://smba.trafficmanager.net/teams/',
  'https://smba.infra.gcc.teams.microsoft.com/teams',
  'https://smba.infra.gov.teams.microsoft.us/teams',
  'https://smba.infra.dod.teams.microsoft.us/teams',
  'https://webchat.botframework.com/',
  'https://directline.botframework.azure.us/',
  'https://own.example/bots',
])('replies go to %s', (serviceUrl) => {
  expect(isKnownService(serviceUrl, ['own.example'])).toBe(true);
});

test.each([
  ['another host', 'https://channel.example/'],
  ["somebody else's name beside Teams'", 'https://smba2.trafficmanager.net/emea/'],
  ["Teams' name inside another", 'https://smba.trafficmanager.net.channel.example/'],
  ["a domain that only ends like Microsoft's", 'https://notbotframework.com/'],
  ['no encryption', 'http://smba.trafficmanager.net/emea/'],
  ['another port', 'https://smba.trafficmanager.net:8443/'],
  ["Teams' name as that of a user", 'https://smba.trafficmanager.net@channel.example/'],
  ['a user on a known host', 'https://user@webchat.botframework.com/'],
  ['this machine', 'https://127.0.0.1/'],
  ['a stream', 'urn:botframework:websocket:x'],
  ['a host below one that is allowed', 'https://sub.own.example/'],
  ['what is no address', 'smba.trafficmanager.net'],
])('replies do not go to %s', (_what, serviceUrl) => {
  expect(isKnownService(serviceUrl, ['own.example'])).toBe(false);
});
