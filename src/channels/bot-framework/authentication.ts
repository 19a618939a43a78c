import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { HttpProblem } from '../http-problem.js';
import type { ChannelSettings, Report } from '../settings.js';
import { boundedConnectors, type Sending } from './bounded-connector.js';
import { isKnownService } from './service-hosts.js';
import { SignatureCheck } from './signature-check.js';
import { claimsOf } from './token-claims.js';

type BotFramework = ChannelSettings['botFramework'];
type Base = ConfigurationBotFrameworkAuthentication;

/** Who called, as the adapter wants to know it. */
export type Caller = Awaited<ReturnType<Base['authenticateRequest']>>;

export interface AuthenticationParts {
  readonly botFramework: BotFramework;
  readonly clock: () => Date;
  readonly report: Report;
}

/**
 * The SDK's authentication, with what it does not do: it is fast whatever is sent and whether or not Microsoft's keys can be had,
 * keeps to the bot's tenants, and lets nothing go to unknown hosts.
 */
export class BotFrameworkAuthentication extends ConfigurationBotFrameworkAuthentication {
  private readonly signatures: SignatureCheck;
  private readonly sending: Sending;

  constructor(private readonly parts: AuthenticationParts) {
    super(sdkOptions(parts.botFramework));
    const { appId, serviceHosts, limits } = parts.botFramework;
    this.signatures = new SignatureCheck(limits.keys, () => parts.clock().getTime());
    // Without an app id the route has seen to it that the address is on this machine.
    this.sending = {
      mayGoTo: (serviceUrl) => appId === null || isKnownService(serviceUrl, serviceHosts),
      wait: limits.sending,
    };
  }

  /**
   * Who sent this activity. Problems: 401 where the token is missing, forged, for another bot, or cannot be verified; 403 where the
   * activity is of another tenant, or names a `serviceUrl` that is none of the channels'.
   */
  async callerOf(activity: Activity, authorization: string | undefined): Promise<Caller> {
    const { appId } = this.parts.botFramework;
    if (appId === null) return this.authenticateRequest(activity, '');
    const caller = await this.proved(activity, authorization, appId);
    if (!mayCome(activity, this.parts.botFramework)) {
      throw this.refusal(
        403,
        'wrong-tenant',
        'Tenant: the bot does not answer this one.',
        'it comes from another tenant',
      );
    }
    if (!this.sending.mayGoTo(activity.serviceUrl)) {
      throw this.refusal(
        403,
        'unknown-serviceUrl',
        'serviceUrl: not one of the known channels; replies do not go there.',
        'its serviceUrl is on no known host (SERVICE_HOSTS adds one)',
      );
    }
    return caller;
  }

  override async authenticateRequest(activity: Activity, authorization: string): Promise<Caller> {
    const caller = await super.authenticateRequest(activity, authorization);
    if (caller.connectorFactory !== undefined) boundedConnectors(caller.connectorFactory, this.sending);
    return caller;
  }

  /** For what the bot says without having been asked. */
  override createConnectorFactory(identity: Parameters<Base['createConnectorFactory']>[0]) {
    return boundedConnectors(super.createConnectorFactory(identity), { ...this.sending, once: true });
  }

  private async proved(activity: Activity, authorization: string | undefined, appId: string): Promise<Caller> {
    const { tenantId, cloud } = this.parts.botFramework;
    const { serviceUrl } = activity;
    const claims = claimsOf(authorization, { appId, tenantId, cloud, serviceUrl, now: this.parts.clock() });
    if (claims.kind === 'refused') throw this.unauthorized(claims.because);
    const checked = await this.signatures.run(claims.keyId, () =>
      this.authenticateRequest(activity, authorization ?? ''),
    );
    switch (checked.kind) {
      case 'genuine':
        return checked.value;
      case 'forged':
        throw this.unauthorized("its token is not Microsoft's, or not for this channel");
      case 'unreachable':
        if (checked.error !== null) this.parts.report("fetching the Bot Framework's keys", checked.error);
        throw this.refusal(
          401,
          'cannot-verify',
          'Authorization: the token cannot be verified now; try again later.',
          `its token cannot be verified while ${new URL(cloud.channelKeys).host} does not answer`,
        );
    }
  }

  private unauthorized(because: string): HttpProblem {
    const message = 'Authorization: the token is missing or not for this bot; check app id and secret.';
    return this.refusal(401, 'unauthorized', message, because);
  }

  /** The caller is told little; whoever runs the server reads why. */
  private refusal(status: number, code: string, message: string, because: string): HttpProblem {
    this.parts.report('a message of the Bot Framework was refused', because);
    return new HttpProblem(status, code, message);
  }
}

function mayCome(activity: Activity, { appType, tenantId, otherTenants }: BotFramework): boolean {
  const tenant: unknown = activity.conversation.tenantId ?? activity.channelData?.tenant?.id;
  // Other channels, and some of Teams' own events, name none.
  if (typeof tenant !== 'string' || appType === 'MultiTenant' || otherTenants.includes('*')) return true;
  return [tenantId, ...otherTenants].includes(tenant.toLowerCase());
}

function sdkOptions({ appId, appPassword, appType, tenantId, cloud }: BotFramework) {
  return {
    ToChannelFromBotLoginUrl: cloud.login,
    ToChannelFromBotOAuthScope: cloud.scope,
    ToBotFromChannelTokenIssuer: cloud.issuer,
    OAuthUrl: cloud.oauth,
    ToBotFromChannelOpenIdMetadataUrl: cloud.channelKeys,
    ToBotFromEmulatorOpenIdMetadataUrl: cloud.directoryKeys,
    CallerId: cloud.callerId,
    ...(appId === null ? {} : { MicrosoftAppId: appId, MicrosoftAppType: appType }),
    ...(appId === null || appPassword === null ? {} : { MicrosoftAppPassword: appPassword }),
    ...(appId === null || tenantId === null ? {} : { MicrosoftAppTenantId: tenantId }),
  };
}
