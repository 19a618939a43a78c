import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';

type ConnectorFactory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
type Connector = Awaited<ReturnType<ConnectorFactory['create']>>;

export interface Sending {
  /** Whether anything may be sent there. */
  readonly mayGoTo: (serviceUrl: string) => boolean;
  /** Milliseconds that one call to the channel may take, signing in and repetitions included. */
  readonly wait: number;
  /** Nothing is sent a second time by the SDK itself, since the first may have arrived; whoever sends sees to that. */
  readonly once?: true;
}

/**
 * The factory, whose connectors send nothing to other addresses and give up on a channel that does not answer: the SDK would try
 * for some 11 seconds, for each thing to send. After the first such failure the rest of the turn is not tried.
 */
export function boundedConnectors(factory: ConnectorFactory, { mayGoTo, wait, once }: Sending): ConnectorFactory {
  const create = factory.create.bind(factory);
  factory.create = async (serviceUrl, audience) => {
    if (!mayGoTo(serviceUrl)) throw new Error(`serviceUrl: ${serviceUrl.slice(0, 200)} is none of the known hosts.`);
    const connector = await create(serviceUrl, audience);
    if (once) stopRepeating(connector);
    return bound(connector, wait);
  };
  return factory;
}

interface WithPipeline {
  readonly client: { readonly pipeline?: { readonly removePolicy?: (which: { readonly name: string }) => unknown } };
}

/** The SDK has no setting for it (`noRetryPolicy` is not read), and keeps the client to itself. */
function stopRepeating(connector: Connector): void {
  const { client } = connector as unknown as Partial<WithPipeline>;
  client?.pipeline?.removePolicy?.({ name: 'defaultRetryPolicy' });
}

function bound(connector: Connector, wait: number): Connector {
  const send = connector.sendOperationRequest.bind(connector);
  let dead: Error | null = null;
  connector.sendOperationRequest = async (given, spec, callback) => {
    if (dead !== null) throw dead;
    const abortSignal = AbortSignal.timeout(wait);
    // Signing in does not look at the signal, so that time runs beside it.
    const late = new Promise<never>((_, reject) =>
      abortSignal.addEventListener('abort', () => reject(new ChannelSilent(wait))),
    );
    try {
      const options = { ...given.options, abortSignal };
      return await Promise.race([send({ ...given, options }, spec, callback), late]);
    } catch (error) {
      if (!hasAnswered(error)) dead = error instanceof Error ? error : new Error(String(error));
      throw error;
    }
  };
  return connector;
}

/** The channel may have taken what was sent to it all the same. */
class ChannelSilent extends Error {
  readonly code = 'channel-silent';
  constructor(wait: number) {
    super(`the channel did not answer within ${wait} ms`);
  }
}

/** An error with a status comes from a channel that is there. */
const hasAnswered = (error: unknown): boolean =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number';
