import type { HelpdeskAccess } from '../helpdesk/write-back.js';
import type { Cloud } from './bot-framework/clouds.js';
import type { Limits } from './bot-framework/signature-check.js';
import type { AzureDirectLine } from './direct-line/azure.js';

/** What the channels need to know of their surroundings; config.ts fills it from the environment, checked. */
export interface ChannelSettings {
  /** 0: any free port. */
  readonly port: number;
  /** The address to listen on, such as `127.0.0.1` or `::`. */
  readonly host: string;
  readonly production: boolean;
  /** Where browsers reach us (`https://support.example`), without a trailing slash; null: as each request says. */
  readonly publicUrl: string | null;
  /** How many proxies in front of us add to X-Forwarded-For; with 0 it is not believed. */
  readonly proxies: number;
  /** Largest body of a request, in bytes. */
  readonly bodyLimit: number;
  readonly botFramework: {
    /** Null: anonymous, for the Emulator and Playground on this machine; never in production. */
    readonly appId: string | null;
    readonly appPassword: string | null;
    readonly appType: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMsi';
    readonly tenantId: string | null;
    /** Tenants beside the bot's own whose activities are taken; `*` for all. */
    readonly otherTenants: readonly string[];
    readonly cloud: Cloud;
    /** Hosts beside Microsoft's to which replies may go. */
    readonly serviceHosts: readonly string[];
    /** Milliseconds: for Microsoft's keys, and for one call to a channel. */
    readonly limits: { readonly keys: Limits; readonly sending: number };
  };
  readonly directLine: {
    /** Signs the tokens; null: one is made and kept in the store. */
    readonly secret: string | null;
    readonly tokenSeconds: number;
    /** How long after its end a token can be exchanged for a fresh one, in seconds. */
    readonly renewSeconds: number;
    /** How often in a minute, and at once: messages in one conversation, new conversations and calls of all kinds from one address. */
    readonly perMinute: { readonly messages: number; readonly conversations: number; readonly calls: number };
    /** Origins whose pages may call us, or `*`. The token, not a cookie, is what lets a caller in. */
    readonly allowedOrigins: '*' | readonly string[];
  };
  /** The site's own Direct Line channel in Azure, which its pages then use; null: they use ours. */
  readonly azureDirectLine: AzureDirectLine | null;
  readonly fleet: {
    /** Wanted from callers that are not on this machine, and in production from all; null: they are refused. */
    readonly key: string | null;
    /** Largest list, in bytes. */
    readonly limit: number;
  };
  readonly triage: {
    /** Wanted from callers that are not on this machine, and in production from all; null: they are refused. */
    readonly key: string | null;
  };
  readonly metrics: {
    /** Wanted from callers that are not on this machine, and in production from all; null: they are refused. */
    readonly key: string | null;
  };
  /** By the name of the helpdesk. */
  readonly helpdesks: ReadonlyMap<string, HelpdeskSettings>;
  /** Who may sign in at the desk; empty: there is no desk. */
  readonly desk: { readonly triagers: readonly Triager[] };
  /** Origins that may show the page in a frame; empty: none. */
  readonly frameAncestors: readonly string[];
}

export interface HelpdeskSettings {
  /** Signs what comes from there; null: nothing is taken. */
  readonly secret: string | null;
  /** Where notes go to, and what lets us in; null: none is written back. */
  readonly access: HelpdeskAccess | null;
}

/** Somebody who may sign in at the desk. */
export interface Triager {
  readonly name: string;
  /** SHA-256 of the token, in small hexadecimal digits. */
  readonly tokenHash: string;
}

export const BODY_LIMIT = 256 * 1024;
/** Keys come within some 0.3 s where they come at all; Teams itself gives up on a bot after 15 s. */
export const BOT_FRAMEWORK_LIMITS = { keys: { wait: 2000, pause: 10_000 }, sending: 5000 } as const;

/** Tells whoever runs the server of a failure that is none of the caller's. */
export type Report = (where: string, error: unknown) => void;
