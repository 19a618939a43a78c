/** What the server says of a list; checked, since another version of the page may talk to it. */
export interface FleetAnswer {
  readonly devices: number;
  readonly covered: number;
  readonly endsSoon: number;
  readonly open: number;
  readonly toLookAt: number;
  /** Where the report is. */
  readonly report: string;
}

export type Sent =
  | { readonly kind: 'answered'; readonly answer: FleetAnswer }
  /** The server wants a key, or another one. */
  | { readonly kind: 'key' }
  | { readonly kind: 'refused'; readonly message: string | null }
  | { readonly kind: 'lost' }
  | { readonly kind: 'stopped' };

export interface Sending {
  readonly result: Promise<Sent>;
  readonly stop: () => void;
}

/** Sends a list; tells 0 to 1 while it goes out. Not with fetch, which tells nothing of that. */
export function sendList(address: string, file: File, key: string, onProgress: (share: number) => void): Sending {
  const request = new XMLHttpRequest();
  const result = new Promise<Sent>((done) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.upload.onload = () => onProgress(1);
    request.onload = () => done(sentOf(request));
    request.onerror = () => done({ kind: 'lost' });
    request.onabort = () => done({ kind: 'stopped' });
  });
  request.open('POST', `${address}?name=${encodeURIComponent(file.name.slice(0, 200))}`);
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  if (key !== '') request.setRequestHeader('Authorization', `Bearer ${key}`);
  request.send(file);
  return { result, stop: () => request.abort() };
}

function sentOf({ status, responseText }: XMLHttpRequest): Sent {
  if (status === 401) return { kind: 'key' };
  const body = parsed(responseText);
  const answer = status === 200 ? answerOf(body) : null;
  if (answer) return { kind: 'answered', answer };
  return { kind: 'refused', message: typeof body.message === 'string' ? body.message : null };
}

type Json = Readonly<Record<string, unknown>>;

function parsed(text: string): Json {
  try {
    const body: unknown = JSON.parse(text);
    return isObject(body) ? body : {};
  } catch {
    return {};
  }
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);

function answerOf({ summary, report }: Json): FleetAnswer | null {
  if (!isObject(summary) || typeof report !== 'string') return null;
  const { devices, covered, endsWithin, undetermined, toLookAt } = summary;
  const windows: readonly unknown[] = Array.isArray(endsWithin) ? endsWithin : [];
  const last = windows.at(-1);
  return {
    devices: numberOf(devices),
    covered: isObject(covered) ? numberOf(covered.yes) : 0,
    endsSoon: isObject(last) ? numberOf(last.count) : 0,
    open: numberOf(undetermined),
    toLookAt: numberOf(toLookAt),
    report,
  };
}
