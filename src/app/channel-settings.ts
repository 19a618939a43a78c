import { CLOUDS } from '../channels/bot-framework/clouds.js';
import { BODY_LIMIT, BOT_FRAMEWORK_LIMITS, type ChannelSettings } from '../channels/settings.js';
import type { Settings } from '../config.js';

/** What the channels need of the settings, in their own units: seconds and bytes. */
export function channelSettings(s: Settings): ChannelSettings {
  return {
    port: s.PORT,
    host: s.HOST,
    production: s.NODE_ENV === 'production',
    publicUrl: s.PUBLIC_URL,
    proxies: s.PROXIES,
    bodyLimit: BODY_LIMIT,
    botFramework: {
      appId: s.MICROSOFT_APP_ID,
      appPassword: s.MICROSOFT_APP_PASSWORD,
      appType: s.MICROSOFT_APP_TYPE,
      tenantId: s.MICROSOFT_APP_TENANT_ID,
      otherTenants: s.ALLOWED_TENANTS,
      cloud: CLOUDS[s.MICROSOFT_CLOUD],
      serviceHosts: s.SERVICE_HOSTS,
      limits: BOT_FRAMEWORK_LIMITS,
    },
    directLine: {
      secret: s.DIRECT_LINE_SECRET,
      tokenSeconds: Math.ceil(s.TOKEN_MINUTES * 60),
      renewSeconds: Math.ceil(s.RESUME_DAYS * 24 * 3600),
      perMinute: {
        messages: s.MESSAGES_PER_MINUTE,
        conversations: s.CONVERSATIONS_PER_MINUTE,
        calls: s.CALLS_PER_MINUTE,
      },
      allowedOrigins: s.ALLOWED_ORIGINS.includes('*') ? '*' : s.ALLOWED_ORIGINS,
    },
    azureDirectLine:
      s.AZURE_DIRECT_LINE_SECRET === null
        ? null
        : { secret: s.AZURE_DIRECT_LINE_SECRET, origin: s.AZURE_DIRECT_LINE_URL },
    fleet: { key: s.FLEET_KEY, limit: s.FLEET_LIMIT_MB * 1024 * 1024 },
    metrics: { key: s.METRICS_KEY },
    triage: { key: s.TRIAGE_KEY },
    helpdesks: s.HELPDESKS,
    desk: { triagers: s.DESK_TOKENS },
    frameAncestors: s.FRAME_ANCESTORS,
  };
}
