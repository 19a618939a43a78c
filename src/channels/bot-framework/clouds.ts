/** A cloud of Microsoft's in which bots are registered: who signs what comes in, where its keys lie, where we sign in. */
export interface Cloud {
  /** Who issues the tokens of channels. */
  readonly issuer: string;
  /** OpenID metadata that names the channels' keys. */
  readonly channelKeys: string;
  /** OpenID metadata that names the directory's keys; tokens that carry the bot's own credentials are signed with those. */
  readonly directoryKeys: string;
  /** Issuers of such tokens, by tenant. */
  readonly directoryIssuers: (tenant: string) => readonly string[];
  readonly login: string;
  readonly scope: string;
  readonly oauth: string;
  readonly callerId: string;
}

export type CloudName = 'public' | 'us-government';

export const CLOUDS: Readonly<Record<CloudName, Cloud>> = {
  public: {
    issuer: 'https://api.botframework.com',
    channelKeys: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    directoryKeys: 'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration',
    directoryIssuers: (tenant) => [
      `https://sts.windows.net/${tenant}/`,
      `https://login.microsoftonline.com/${tenant}/v2.0`,
    ],
    login: 'https://login.microsoftonline.com/botframework.com',
    scope: 'https://api.botframework.com',
    oauth: 'https://api.botframework.com',
    callerId: 'urn:botframework:azure',
  },
  'us-government': {
    issuer: 'https://api.botframework.us',
    channelKeys: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
    directoryKeys:
      'https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0/.well-known/openid-configuration',
    directoryIssuers: (tenant) => [
      `https://login.microsoftonline.us/${tenant}/`,
      `https://login.microsoftonline.us/${tenant}/v2.0`,
    ],
    login: 'https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us',
    scope: 'https://api.botframework.us',
    oauth: 'https://api.botframework.azure.us',
    callerId: 'urn:botframework:azureusgov',
  },
};
